package jp.otodoke.demo.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.otodoke.UnitTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@UnitTest
class NameableFilesTests {
    @Test
    void aNameThatIsNotUtf8IsWrittenWithItsBytesAndTheOthersStay(@TempDir Path folder) throws IOException {
        assumeThat(System.getProperty("sun.jnu.encoding")).isEqualTo("UTF-8");
        Files.createFile(folder.resolve("TRACKING_20261129120000_1.csv"));
        Files.createFile(folder.resolve("注文.csv"));
        Files.writeString(Path.of(URI.create(folder.toUri() + "%92%8D.csv")), "content");

        NameableFiles.renameUnnameable(folder);

        assertThat(folder.toFile().listFiles())
                .extracting(File::getName)
                .containsExactlyInAnyOrder("TRACKING_20261129120000_1.csv", "注文.csv", "%92%8D.csv");
        assertThat(folder.resolve("%92%8D.csv")).hasContent("content");
    }
}
