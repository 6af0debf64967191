package jp.otodoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The centre collects, modules contribute: what gathers their pages, states and hits names none of them. */
@UnitTest
class PageContributionTests {
    private static final Path SOURCES = Path.of("src/main/java/jp/otodoke");
    private static final Pattern OF_A_MODULE = Pattern.compile(
            "\"/?(?:orders|inbox|tasks|shipments|deposits|customers|products|stock|media|processes|incidents|watchdog"
                    + "|partners|imports|invariants|staff|audit|demo|clock)(?:[\"/?])"
                    + "|\"(?:order|shipment|payment|deposit|task|customer|message)\\.[A-Z_]+\"|_view\\b");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "platform/pages/Navigation",
                "platform/pages/PageFrame",
                "platform/pages/Chips",
                "staff/web/PathPermissions",
                "desk/search/GlobalSearch",
                "desk/search/PageHits",
                "desk/home/HomeCards",
                "desk/home/HomeCharts",
                "desk/home/HomePanels",
                "desk/home/HomePage",
                "staff/web/RequestAudit",
                "platform/web/ApiDescription",
                "demo/bulk/BulkTargets"
            })
    void aCentreNamesNoModulesPage(String centre) throws IOException {
        var source = Files.readString(SOURCES.resolve(centre + ".java"));

        assertThat(OF_A_MODULE.matcher(source).results().map(found -> found.group()))
                .isEmpty();
    }
}
