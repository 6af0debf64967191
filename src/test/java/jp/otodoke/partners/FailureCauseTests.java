package jp.otodoke.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import jp.otodoke.UnitTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why a partner can't be reached is said so that a clerk knows whom to ask. */
@UnitTest
class FailureCauseTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "JSchException: Auth fail for methods 'password,keyboard-interactive,publickey' | SIGN_IN",
                "JSchException: Session.connect: java.io.IOException: End of IO Stream Read | UNREACHABLE",
                "JSchException: connection is closed by foreign host | UNREACHABLE",
                "JSchException: timeout: socket is not established | TIMED_OUT",
                "JSchException: UnknownHostKey: sftp.example.jp. RSA key fingerprint is aa | HOST_KEY",
                "SftpException: Permission denied | NOT_ALLOWED",
                "IllegalStateException: something else | OTHER"
            })
    void theWordsOfALibraryBecomeACause(String failure, FailureCause cause) {
        assertThat(FailureCause.of(failure)).isEqualTo(cause);
    }

    @Test
    void theInnermostCauseDecides() {
        assertThat(cause(new ConnectException("Connection refused"))).isEqualTo(FailureCause.UNREACHABLE);
        assertThat(cause(new UnknownHostException("sftp.example.jp"))).isEqualTo(FailureCause.UNREACHABLE);
        assertThat(cause(new SocketTimeoutException("Read timed out"))).isEqualTo(FailureCause.TIMED_OUT);
    }

    private static FailureCause cause(IOException innermost) {
        return FailureCause.of(Failures.inWords(new IllegalStateException("passed on", innermost)));
    }
}
