package jp.otodoke;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import jp.otodoke.platform.invariants.CheckInvariants;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * {@code java -jar otodoke.jar invariants}: exit status 0 if all hold, 1 if one does not, 2 if
 * there is no database. Only the checks are loaded, on a read-only connection, so nothing can change.
 */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class
})
@ComponentScan(
        useDefaultFilters = false,
        includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.[A-Za-z]+Invariants"),
        excludeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = CheckInvariants.class))
@Import(CheckInvariants.class)
final class InvariantsCommand {
    static final String NAME = "invariants";

    private InvariantsCommand() {}

    static int run(String... args) {
        var application = new SpringApplication(InvariantsCommand.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setDefaultProperties(Map.of(
                "spring.datasource.hikari.read-only", "true",
                "spring.datasource.hikari.maximum-pool-size", "2",
                "logging.level.root", "warn"));
        application.addInitializers(context -> {
            var environment = context.getEnvironment();
            var data = Path.of(environment.getProperty("otodoke.home", ".otodoke"), "database", "data");
            if (!environment.containsProperty("spring.datasource.url") && !Files.isDirectory(data)) {
                throw new NoDatabase(data);
            }
        });
        try (var context = application.run(args)) {
            var checked = context.getBean(CheckInvariants.class).check();
            checked.forEach(c ->
                    System.out.printf("%-45s %s%n", c.name(), c.holds() ? "holds" : c.violations() + " violations"));
            return checked.stream().allMatch(CheckInvariants.Checked::holds) ? 0 : 1;
        } catch (NoDatabase e) {
            System.err.println(e.getMessage());
            return 2;
        }
    }

    /** There is nothing to check. */
    private static final class NoDatabase extends RuntimeException {
        NoDatabase(Path data) {
            super("There is no database in " + data + "; name one by SPRING_DATASOURCE_URL or OTODOKE_HOME");
        }
    }
}
