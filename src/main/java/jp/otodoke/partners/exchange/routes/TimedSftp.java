package jp.otodoke.partners.exchange.routes;

import java.time.Duration;
import java.util.Map;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.remote.RemoteFileOperations;
import org.apache.camel.component.file.remote.SftpComponent;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Takes the place of Camel's component for {@code sftp}, which waits for an answer for ever. */
@Component("sftp")
@org.apache.camel.spi.annotations.Component("sftp")
@SuppressWarnings("rawtypes") // as Camel declares its files
class TimedSftp extends SftpComponent {
    private final AnswerDeadline deadline;

    TimedSftp(@Value("${otodoke.partners.answer-within:60s}") Duration longest) {
        deadline = new AnswerDeadline(longest);
    }

    @Override
    protected GenericFileEndpoint<SftpRemoteFile> buildFileEndpoint(
            String uri, String remaining, Map<String, Object> parameters) throws Exception {
        var plain = super.buildFileEndpoint(uri, remaining, parameters);
        return new Endpoint(uri, this, (SftpConfiguration) plain.getConfiguration());
    }

    @Override
    protected void doShutdown() throws Exception {
        deadline.close();
        super.doShutdown();
    }

    /** Of one address. */
    static class Endpoint extends SftpEndpoint {
        private final TimedSftp component;
        private volatile boolean timedOut;

        Endpoint(String uri, TimedSftp component, SftpConfiguration configuration) {
            super(uri, component, configuration);
            this.component = component;
        }

        @Override
        public RemoteFileOperations<SftpRemoteFile> createRemoteFileOperations() {
            return new TimedSftpOperations(component.deadline, this);
        }

        void beginPoll() {
            timedOut = false;
        }

        void timedOut() {
            timedOut = true;
        }

        /** Since the poll began: Camel itself tells of what happens to a list, and not to a file. */
        boolean hasTimedOut() {
            return timedOut;
        }
    }
}
