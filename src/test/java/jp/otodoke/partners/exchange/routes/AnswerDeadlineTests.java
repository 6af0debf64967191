package jp.otodoke.partners.exchange.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import jp.otodoke.UnitTest;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.server.SftpSubsystem;
import org.apache.sshd.sftp.server.SftpSubsystemConfigurator;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@UnitTest
@Timeout(60)
class AnswerDeadlineTests {
    private static final Duration DEADLINE = Duration.ofSeconds(1);

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final SshServer server = SshServer.setUpDefaultServer();

    private final Path home;

    AnswerDeadlineTests(@TempDir Path home) {
        this.home = home;
    }

    @BeforeEach
    void useDeadlines() throws IOException {
        camel.getRegistry().bind("sftp", new TimedSftp(DEADLINE));
        Files.createDirectories(home.resolve("in"));
        Files.writeString(home.resolve("in/large.csv"), "a".repeat(200_000));
    }

    @AfterEach
    void stop() throws IOException {
        camel.stop();
        server.stop(true);
    }

    /** Beginning with the greeting, the list of the folder, the opening of a file, its bytes. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                SftpConstants.SSH_FXP_INIT,
                SftpConstants.SSH_FXP_OPENDIR,
                SftpConstants.SSH_FXP_READDIR,
                SftpConstants.SSH_FXP_OPEN,
                SftpConstants.SSH_FXP_READ
            })
    void aPollOfAServerThatAnswersNoRequestEndsAndCountsAsAFailure(int firstUnanswered) throws Exception {
        serve(firstUnanswered);
        var failures = new ArrayBlockingQueue<Throwable>(10);
        camel.getRegistry().bind("polls", new Polls(failures));
        camel.addRoutes(route(failures));

        camel.start();

        var failure = failures.poll(30, TimeUnit.SECONDS);
        assertThat(failure).isNotNull().rootCause().isInstanceOf(SocketTimeoutException.class);
        assertThat(failure).rootCause().hasMessageStartingWith("timed out: no answer within PT");
    }

    @ParameterizedTest
    @ValueSource(ints = {SftpConstants.SSH_FXP_INIT, SftpConstants.SSH_FXP_OPEN, SftpConstants.SSH_FXP_WRITE})
    void aFileForAServerThatAnswersNoRequestFailsInTime(int firstUnanswered) throws Exception {
        serve(firstUnanswered);
        camel.start();

        assertThatThrownBy(() -> camel.createProducerTemplate()
                        .sendBodyAndHeaders(address(""), new byte[1000], Map.of("CamelFileName", "out.csv")))
                .rootCause()
                .isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void anAnswerInTimeIsPassedOn() throws Exception {
        assertThat(new AnswerDeadline(DEADLINE).<String>await(DEADLINE.toMillis(), () -> {}, () -> "answer"))
                .isEqualTo("answer");
    }

    @Test
    void aLargeFileHasMoreTime() {
        assertThat(new AnswerDeadline(DEADLINE).millisFor(10_000_000)).isEqualTo(1_001_000);
    }

    private RouteBuilder route(BlockingQueue<Throwable> failures) {
        var address = address("&pollStrategy=#polls&streamDownload=true&delay=100&initialDelay=0");
        return new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class)
                        .process(e -> failures.add(e.getProperty("CamelExceptionCaught", Exception.class)));
                from(address).process(e -> {
                    try (var content = e.getMessage().getBody(InputStream.class)) {
                        content.readAllBytes();
                    }
                });
            }
        };
    }

    private String address(String more) {
        return "sftp://127.0.0.1:" + server.getPort() + "/in?username=partner&password=demo&strictHostKeyChecking=no"
                + "&useUserKnownHostsFile=false&stepwise=false&throwExceptionOnConnectFailed=true"
                + "&maximumReconnectAttempts=0&connectTimeout=5000&jschLoggingLevel=OFF" + more;
    }

    private void serve(int firstUnanswered) throws IOException {
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider(home.resolve("key")));
        server.setPasswordAuthenticator((user, password, session) -> true);
        server.setFileSystemFactory(new VirtualFileSystemFactory(home));
        server.setSubsystemFactories(List.of(new SilentFactory(firstUnanswered)));
        server.start();
    }

    /** Its server falls silent with the first request of a kind. */
    private static class SilentFactory extends SftpSubsystemFactory {
        private final int firstUnanswered;

        SilentFactory(int firstUnanswered) {
            this.firstUnanswered = firstUnanswered;
        }

        @Override
        public Command createSubsystem(ChannelSession channel) {
            return new Silent(channel, this, firstUnanswered);
        }
    }

    private static class Silent extends SftpSubsystem {
        private final int firstUnanswered;
        private boolean silent;

        Silent(ChannelSession channel, SftpSubsystemConfigurator configurator, int firstUnanswered) {
            super(channel, configurator);
            this.firstUnanswered = firstUnanswered;
        }

        @Override
        protected void doProcess(Buffer buffer, int length, int type, int id) throws IOException {
            silent |= type == firstUnanswered;
            if (!silent) {
                super.doProcess(buffer, length, type, id);
            }
        }
    }

    private record Polls(BlockingQueue<Throwable> failures) implements PollingConsumerPollStrategy {
        @Override
        public boolean begin(Consumer consumer, Endpoint endpoint) {
            ((TimedSftp.Endpoint) endpoint).beginPoll();
            return true;
        }

        @Override
        public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
            // What happens to a file is not told by Camel.
            if (((TimedSftp.Endpoint) endpoint).hasTimedOut()) {
                failures.add(new IOException(new SocketTimeoutException("timed out: no answer within PT1S")));
            }
        }

        @Override
        public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
            failures.add(cause);
            return false;
        }
    }
}
