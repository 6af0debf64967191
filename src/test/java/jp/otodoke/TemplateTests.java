package jp.otodoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Templates are read by people. */
@UnitTest
class TemplateTests {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final int WIDTH = 140;

    @Test
    void noLineIsLongerThanAScreenIsWide() throws IOException {
        var tooLong = new ArrayList<String>();
        try (var files = Files.walk(TEMPLATES)) {
            for (var file : files.filter(f -> f.toString().endsWith(".html")).toList()) {
                var lines = Files.readAllLines(file);
                for (int i = 0; i < lines.size(); i++) {
                    var width = lines.get(i).codePointCount(0, lines.get(i).length());
                    if (width > WIDTH) {
                        tooLong.add(file + ":" + (i + 1) + " has " + width + " characters");
                    }
                }
            }
        }

        assertThat(tooLong).isEmpty();
    }

    /** Thymeleaf forbids beans in attributes that it is told by name, and says so when the page is shown. */
    @Test
    void noAttributeGivenByNameAsksABean() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            for (var file : files.filter(f -> f.toString().endsWith(".html")).toList()) {
                assertThat(Files.readString(file))
                        .as(file.toString())
                        .doesNotContainPattern("th:attr=\"[^\"]*\\$\\{[^}\"]*@\\w");
            }
        }
    }

    /** Thymeleaf replaces an element before it asks whether to show it: the condition belongs to an element around it. */
    @Test
    void nothingThatIsReplacedHasACondition() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            for (var file : files.filter(f -> f.toString().endsWith(".html")).toList()) {
                assertThat(Files.readString(file).replaceAll("<!--/\\*.*?\\*/-->", ""))
                        .as(file.toString())
                        .doesNotContainPattern("<[^<>]*\\bth:(if|unless)=\"[^\"]*\"[^<]*?\\bth:replace=")
                        .doesNotContainPattern("<[^<>]*\\bth:replace=\"[^\"]*\"[^<]*?\\bth:(if|unless)=");
            }
        }
    }

    /** htmx reads one space there; after a broken line it listens to nothing and says so only in the browser's console. */
    @Test
    void aTriggerNamesItsElementInTheSameLine() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            for (var file : files.filter(f -> f.toString().endsWith(".html")).toList()) {
                assertThat(Files.readString(file))
                        .as(file.toString())
                        .doesNotContainPattern("from:(find|closest|next|previous)(\\s*\\n|\\s\\s)");
            }
        }
    }
}
