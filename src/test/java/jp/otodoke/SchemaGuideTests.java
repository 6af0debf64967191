package jp.otodoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** {@code docs/schema.md} tells of the database as it is; {@code -Dschema.write=true} writes it anew. */
@Tag("module")
class SchemaGuideTests {
    private static final Path GUIDE = Path.of("docs/schema.md");

    private final TestDatabase.Address address = TestDatabase.fresh();
    private final SchemaGuide guide = new SchemaGuide(
            JdbcClient.create(new DriverManagerDataSource(address.url(), address.username(), address.password())),
            new SqlBoundaries(Path.of("src/main")));

    @Test
    void theGuideSaysWhatTheDatabaseIs() throws IOException {
        if (Boolean.getBoolean("schema.write")) {
            Files.writeString(GUIDE, guide.text());
        }

        assertThat(GUIDE).as("write it anew with -Dschema.write=true").hasContent(guide.text());
    }

    @Test
    void everyTableAndViewSaysWhatItIs() {
        assertThat(guide.withoutComment()).isEmpty();
    }
}
