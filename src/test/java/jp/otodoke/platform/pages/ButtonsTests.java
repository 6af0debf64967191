package jp.otodoke.platform.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import jp.otodoke.UnitTest;
import jp.otodoke.staff.Permission;
import org.junit.jupiter.api.Test;

/** A button is shown to whoever may do what it does; a name of a role on a page would go its own way. */
@UnitTest
class ButtonsTests {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern BY_PERMISSION = Pattern.compile("@pageFrame\\.may\\('(\\w+)'\\)");

    @Test
    void pagesAskForPermissionsAndNotForRoles() throws IOException {
        var permissions = new TreeSet<String>();
        try (var files = Files.walk(TEMPLATES)) {
            for (var file : files.filter(f -> f.toString().endsWith(".html")).toList()) {
                var text = Files.readString(file);
                assertThat(text).as(file.toString()).doesNotContain("@pageFrame.has(");
                BY_PERMISSION.matcher(text).results().forEach(found -> permissions.add(found.group(1)));
            }
        }

        assertThat(permissions).contains("ORDERS_EDIT").allSatisfy(name -> assertThat(Permission.valueOf(name))
                .isNotNull());
    }
}
