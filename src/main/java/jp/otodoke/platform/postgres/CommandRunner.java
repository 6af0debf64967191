package jp.otodoke.platform.postgres;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/** Runs a program to completion. */
final class CommandRunner {
    private CommandRunner() {}

    /**
     * @throws IOException with the program's last output if it fails. Output goes through a file: a server started
     *     by it would keep a pipe open for ever.
     */
    static void run(List<String> command) throws IOException {
        var output = File.createTempFile("otodoke-", ".out");
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output)
                    .redirectInput(new File("/dev/null"))
                    .directory(new File("/"))
                    .start();
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + ": exit " + process.exitValue() + ": "
                        + Files.readString(output.toPath(), StandardCharsets.UTF_8));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted: " + command.get(0));
        } finally {
            Files.deleteIfExists(output.toPath());
        }
    }
}
