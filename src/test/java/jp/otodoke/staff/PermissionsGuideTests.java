package jp.otodoke.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import jp.otodoke.MessageFiles;
import jp.otodoke.UnitTest;
import jp.otodoke.staff.web.AddressLines;
import org.junit.jupiter.api.Test;

/** The guide says what the code does. After a change of roles take {@code target/permissions.md} over, and read the difference. */
@UnitTest
class PermissionsGuideTests {
    private static final Path GUIDE = Path.of("docs/permissions.md");

    @Test
    void theGuideIsTheTable() throws IOException {
        var expected = guide();
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/permissions.md"), expected);

        assertThat(Files.readString(GUIDE)).isEqualTo(expected);
    }

    private static String guide() {
        var ja = MessageFiles.japanese();
        var en = MessageFiles.english();
        var text = new StringBuilder(
                """
                # Roles and permissions

                Who may do what. The roles are defined in `staff.Role`, the paths in the `PageContribution` of each module; the table is shown at `/staff/roles`,
                and a test compares this page with it. A user may have several roles; an API client has individual permissions.

                """);
        text.append("| permission | |");
        for (var role : Role.values()) {
            text.append(" %s<br>%s |".formatted(role.code(), ja.get("role." + role.code())));
        }
        text.append("\n|---|---|").append(":-:|".repeat(Role.values().length)).append('\n');
        for (var permission : Permission.values()) {
            text.append("| `%s` | %s: %s<br>%s: %s |"
                    .formatted(
                            permission,
                            ja.get("permission." + permission),
                            ja.get("permission." + permission + ".help"),
                            en.get("permission." + permission),
                            en.get("permission." + permission + ".help")));
            for (var role : Role.values()) {
                text.append(role.permissions().contains(permission) ? " ● |" : " |");
            }
            text.append('\n');
        }
        return text.append(
                        """

                        ## Paths
                        The paths are the same below `/` for pages and `/api/v1/` for programs; the first matching line decides. Every signed-in user has
                        access to their own account (`/account`, `/password`, `/second-factor`); without signing in only the sign-in page, `/actuator/health`
                        and the gateway's signed notifications (`POST /api/v1/webhooks/…`) are available. Everything else below `/actuator/**` needs `SYSTEM`.

                        | path | to read | to change |
                        |---|---|---|
                        """)
                .append(AddressLines.all().stream()
                        .map(line -> "| `%s` | `%s` | `%s` |\n".formatted(line.path(), line.read(), line.change()))
                        .collect(Collectors.joining()))
                .toString();
    }
}
