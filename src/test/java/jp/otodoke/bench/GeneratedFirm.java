package jp.otodoke.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.otodoke.running.RunningOtodoke;

/** A generated database in a folder, made by the first run that needs it and kept for those that follow. */
final class GeneratedFirm {
    private GeneratedFirm() {}

    static void in(Path folder, String clock, long customers, long lines, long tasks) throws IOException {
        var done = folder.resolve("generated");
        if (Files.exists(done)) {
            return;
        }
        System.out.println("Generating; see the log in " + folder.toAbsolutePath());
        try (var otodoke = RunningOtodoke.keptIn(folder, clock, "-Xmx1500m")) {
            var status = otodoke.command(
                    "generate", "--customers", "" + customers, "--lines", "" + lines, "--tasks", "" + tasks);
            assertThat(status).isZero();
        }
        Files.createFile(done);
    }
}
