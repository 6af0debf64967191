package jp.otodoke.demo.sftp;

import java.nio.file.CopyOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import jp.otodoke.partners.exchange.CompletedUploads;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.jspecify.annotations.Nullable;

/**
 * Detects when a partner has finished uploading a file to its {@code in} folder: closed, or renamed to its final
 * name.
 */
class UploadWatch implements SftpEventListener {
    private final CompletedUploads uploads;

    UploadWatch(CompletedUploads uploads) {
        this.uploads = uploads;
    }

    @Override
    public void closed(ServerSession session, String remoteHandle, Handle handle, @Nullable Throwable thrown) {
        if (thrown == null
                && handle instanceof FileHandle file
                && file.getOpenOptions().contains(StandardOpenOption.WRITE)) {
            finished(session, file.getFile());
        }
    }

    @Override
    public void moved(
            ServerSession session, Path from, Path to, Collection<CopyOption> options, @Nullable Throwable thrown) {
        if (thrown == null) {
            finished(session, to);
        }
    }

    private void finished(ServerSession session, Path file) {
        var folder = file.getParent();
        var name = file.getFileName().toString();
        if (folder != null && folder.endsWith("in") && !name.endsWith(".tmp") && !name.startsWith(".")) {
            uploads.finished(session.getUsername(), name);
        }
    }
}
