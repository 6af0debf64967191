package jp.otodoke.platform.start;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.web.context.ConfigurableWebApplicationContext;

/**
 * Production starts only with all required settings, and lists all missing ones at once, before any bean is
 * created.
 */
public class ProductionSettings implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {
    private static final int SHORTEST_KEY = 32;
    private static final String KEY = "OTODOKE_SECRET_KEY";

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        if (environment.acceptsProfiles(Profiles.of("production"))
                && context instanceof ConfigurableWebApplicationContext) {
            var problems = problems(environment);
            if (!problems.isEmpty()) {
                throw new MissingSettings(problems);
            }
        }
    }

    static List<String> problems(Environment environment) {
        var problems = new ArrayList<String>();
        if (environment.acceptsProfiles(Profiles.of("demo | test"))) {
            problems.add("SPRING_PROFILES_ACTIVE names production together with demo or test");
        }
        var required = required();
        required.stream()
                .filter(setting -> value(environment, setting).isBlank())
                .forEach(setting -> problems.add(setting.variable() + " is missing: " + setting.what()));
        var key = required.stream()
                .filter(setting -> setting.variable().equals(KEY))
                .map(setting -> value(environment, setting))
                .collect(joining());
        if (!key.isBlank() && key.length() < SHORTEST_KEY) {
            problems.add(KEY + " is too short: it has " + SHORTEST_KEY + " characters or more");
        }
        return problems;
    }

    /** What the modules need. */
    static List<RequiredSetting> required() {
        return SpringFactoriesLoader.loadFactories(RequiredSettings.class, ProductionSettings.class.getClassLoader())
                .stream()
                .flatMap(module -> module.all().stream())
                .toList();
    }

    /** From the environment, or as a property wherever Spring finds it. */
    private static String value(Environment environment, RequiredSetting setting) {
        return environment.getProperty(setting.variable(), environment.getProperty(setting.property(), ""));
    }
}
