package jp.otodoke.platform.start;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.web.context.ConfigurableWebApplicationContext;

/** Production starts only with everything it needs, and names all that is missing at once, before any bean. */
public class ProductionSettings implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {
    private static final int SHORTEST_KEY = 32;
    private static final String KEY = "OTODOKE_SECRET_KEY";
    static final Map<String, String> NEEDED = new LinkedHashMap<>();

    static {
        NEEDED.put("SPRING_DATASOURCE_URL", "the address of the database, jdbc:postgresql://host:port/name");
        NEEDED.put("SPRING_DATASOURCE_USERNAME", "the user of the database");
        NEEDED.put("SPRING_DATASOURCE_PASSWORD", "the password of the database");
        NEEDED.put(KEY, "32 characters or more that encrypt card tokens and the secrets of second factors");
        NEEDED.put("OTODOKE_ADMIN_INITIAL_PASSWORD", "the password of the first sign-in of admin");
        NEEDED.put("OTODOKE_CARD_URL", "the address of the card gateway");
        NEEDED.put("OTODOKE_CARD_WEBHOOK_SECRET", "what the card gateway signs its notices with");
        NEEDED.put("OTODOKE_WAREHOUSE_URL", "the SFTP address of the warehouse");
        NEEDED.put("OTODOKE_CARRIER_URL", "the SFTP address of the carrier");
        NEEDED.put("OTODOKE_SMTP_HOST", "the mail server for mail to customers");
        NEEDED.put("OTODOKE_TRANSFER_ACCOUNT", "the bank account to which customers transfer, as they read it");
    }

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
        NEEDED.forEach((variable, what) -> {
            if (value(environment, variable).isBlank()) {
                problems.add(variable + " is missing: " + what);
            }
        });
        var key = value(environment, KEY);
        if (!key.isBlank() && key.length() < SHORTEST_KEY) {
            problems.add(KEY + " is too short: it has " + SHORTEST_KEY + " characters or more");
        }
        return problems;
    }

    /** From the environment, or as a property wherever Spring finds it. */
    private static String value(Environment environment, String variable) {
        var property =
                switch (variable) {
                    case "OTODOKE_ADMIN_INITIAL_PASSWORD" -> variable;
                    case "OTODOKE_CARD_WEBHOOK_SECRET" -> "otodoke.card.webhook-secret";
                    case KEY -> "otodoke.secret-key";
                    default -> variable.toLowerCase(Locale.ROOT).replace('_', '.');
                };
        return environment.getProperty(variable, environment.getProperty(property, ""));
    }
}
