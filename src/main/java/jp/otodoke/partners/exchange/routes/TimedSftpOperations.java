package jp.otodoke.partners.exchange.routes;

import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.io.IOException;
import java.io.InputStream;
import jp.otodoke.partners.exchange.routes.AnswerDeadline.Answer;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.FileComponent;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.remote.RemoteFileConfiguration;
import org.apache.camel.component.file.remote.SftpOperations;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.jspecify.annotations.Nullable;

/** Camel's operations on a partner's server, each with a deadline. */
@SuppressWarnings("rawtypes") // as Camel declares its files
class TimedSftpOperations extends SftpOperations {
    private final AnswerDeadline deadline;
    private final TimedSftp.Endpoint endpoint;
    private volatile @Nullable SftpSocket socket;

    TimedSftpOperations(AnswerDeadline deadline, TimedSftp.Endpoint endpoint) {
        this.deadline = deadline;
        this.endpoint = endpoint;
        setEndpoint(endpoint);
    }

    @Override
    protected Session createSession(RemoteFileConfiguration configuration) throws JSchException {
        var session = super.createSession(configuration);
        var closeable = new SftpSocket(configuration.getConnectTimeout());
        session.setSocketFactory(closeable);
        socket = closeable;
        return session;
    }

    private void hangUp() {
        endpoint.timedOut();
        var open = socket;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public boolean connect(RemoteFileConfiguration configuration, @Nullable Exchange exchange) {
        return timed(() -> super.connect(configuration, exchange));
    }

    @Override
    public void disconnect() {
        timed(() -> {
            super.disconnect();
            return true;
        });
    }

    @Override
    public void forceDisconnect() {
        timed(() -> {
            super.forceDisconnect();
            return true;
        });
    }

    @Override
    public SftpRemoteFile[] listFiles() {
        return timed(super::listFiles);
    }

    @Override
    public SftpRemoteFile[] listFiles(String path) {
        return timed(() -> super.listFiles(path));
    }

    @Override
    public boolean retrieveFile(String name, Exchange exchange, long size) {
        if (endpoint.hasTimedOut()) {
            throw new GenericFileOperationFailedException("The server has not answered for the file before this one");
        }
        boolean retrieved = timed(() -> super.retrieveFile(name, exchange, size));
        GenericFile<?> file = exchange.getProperty(FileComponent.FILE_EXCHANGE_FILE, GenericFile.class);
        if (file != null && file.getBody() instanceof InputStream content) {
            file.setBody(new TimedDownload(content, deadline, this::hangUp));
        }
        return retrieved;
    }

    @Override
    public void releaseRetrievedFileResources(Exchange exchange) {
        timed(() -> {
            super.releaseRetrievedFileResources(exchange);
            return true;
        });
    }

    @Override
    public boolean storeFile(String name, Exchange exchange, long size) {
        long bytes = exchange.getIn().getBody() instanceof byte[] content ? content.length : Math.max(0, size);
        return timed(deadline.millisFor(bytes), () -> super.storeFile(name, exchange, size));
    }

    @Override
    public boolean deleteFile(String name) {
        return timed(() -> super.deleteFile(name));
    }

    @Override
    public boolean renameFile(String from, String to) {
        return timed(() -> super.renameFile(from, to));
    }

    @Override
    public boolean buildDirectory(String directory, boolean absolute) {
        return timed(() -> super.buildDirectory(directory, absolute));
    }

    @Override
    public boolean existsFile(String name) {
        return timed(() -> super.existsFile(name));
    }

    @Override
    public String getCurrentDirectory() {
        return timed(super::getCurrentDirectory);
    }

    @Override
    public void changeCurrentDirectory(String path) {
        timed(() -> {
            super.changeCurrentDirectory(path);
            return true;
        });
    }

    @Override
    public void changeToParentDirectory() {
        timed(() -> {
            super.changeToParentDirectory();
            return true;
        });
    }

    @Override
    public boolean sendNoop() {
        return timed(super::sendNoop);
    }

    private <T> T timed(Answer<T> answer) {
        return timed(deadline.millisFor(0), answer);
    }

    private <T> T timed(long millis, Answer<T> answer) {
        try {
            return deadline.await(millis, this::hangUp, answer);
        } catch (IOException e) {
            throw new GenericFileOperationFailedException(String.valueOf(e.getMessage()), e);
        }
    }
}
