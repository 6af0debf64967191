package jp.otodoke.partners.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import jp.otodoke.platform.mail.MailRequested;

/** For tests that hold a mail against its template. */
public final class MailTemplates {
    private static final Path FOLDER = Path.of("src/main/resources/templates/mail");
    private static final MailText TEXT = new MailText();

    private MailTemplates() {}

    public static Set<String> all() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replace(".txt", ""))
                    .collect(Collectors.toSet());
        }
    }

    /** The mail as the customer reads it, of which every value is read and none is missing. */
    public static String rendered(MailRequested mail) {
        assertThat(mail.values().keySet()).as(mail.template()).isEqualTo(TEXT.names(mail.template()));
        var written = TEXT.write(mail.template(), mail.values());
        assertThat(written.body())
                .as(mail.template())
                .doesNotContain("${", "null")
                .doesNotContainPattern(": *\n");
        return written.subject() + "\n" + written.body();
    }
}
