package jp.otodoke.demo.sftp;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;
import org.apache.sshd.common.file.root.RootedFileSystem;
import org.apache.sshd.sftp.server.DirectoryHandle;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/**
 * Folders in which every file can be named and read. A name whose bytes are not UTF-8, such as one in CP932, can't be sent to a client,
 * and the listing of the whole folder would fail: the file is renamed, with those bytes as {@code %8F}.
 */
class NameableFiles implements SftpFileSystemAccessor {
    private static final int LONGEST_NAME = 200;

    @Override
    public DirectoryStream<Path> openDirectory(
            SftpSubsystemProxy subsystem,
            DirectoryHandle listing,
            Path folder,
            String handle,
            LinkOption... linkOptions)
            throws IOException {
        if (folder.getFileSystem() instanceof RootedFileSystem home) {
            renameUnnameable(
                    home.getRoot().resolve("." + folder.toAbsolutePath()).normalize());
        }
        return SftpFileSystemAccessor.super.openDirectory(subsystem, listing, folder, handle, linkOptions);
    }

    /** A pipe would keep its reader waiting for ever. */
    @Override
    public SeekableByteChannel openFile(
            SftpSubsystemProxy subsystem,
            FileHandle opened,
            Path file,
            String handle,
            Set<? extends OpenOption> options,
            FileAttribute<?>... attributes)
            throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new AccessDeniedException(handle, null, "Not a regular file");
        }
        return SftpFileSystemAccessor.super.openFile(subsystem, opened, file, handle, options, attributes);
    }

    static void renameUnnameable(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                if (!exists(folder.resolve(file.getFileName().toString())) && exists(file)) {
                    Files.move(file, folder.resolve(nameable(file)));
                }
            }
        }
    }

    private static boolean exists(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static String nameable(Path file) {
        var name = file.toUri().getRawPath().replaceFirst("/$", "").replaceFirst(".*/", "");
        return name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
    }
}
