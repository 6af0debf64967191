package jp.otodoke;

import java.util.HashMap;
import java.util.List;
import jp.otodoke.demo.generator.GenerateFirm;
import jp.otodoke.demo.generator.Size;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Profiles;

/**
 * {@code java -jar otodoke.jar generate --customers 1000000 --lines 10000000 --tasks 100000 --seed 42}: exit status 0
 * when the data is complete, 1 if the database is not empty, 2 if the numbers are invalid or the profile is
 * production. The application starts without jobs and partners, on any free port.
 */
final class GenerateCommand {
    static final String NAME = "generate";

    private static final List<String> OPTIONS = List.of("customers", "lines", "tasks", "seed");

    private GenerateCommand() {}

    static int run(String... args) {
        Size size;
        try {
            size = size(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println("generate [--customers 1000000] [--lines 10000000] [--tasks 100000] [--seed 42]");
            return 2;
        }
        var application = new SpringApplication(OtodokeApplication.class);
        application.addListeners(new RefuseProduction());
        try (var context = application.run(
                "--server.port=0",
                "--otodoke.sftp.port=0",
                "--otodoke.demo-data=off",
                "--otodoke.jobs.active=false",
                "--otodoke.routes=off",
                "--otodoke.simulators=off")) {
            context.getBean(GenerateFirm.class).generate(size);
            return 0;
        } catch (GenerateFirm.NotEmpty e) {
            System.err.println(e.getMessage());
            return 1;
        } catch (InProduction e) {
            System.err.println(e.getMessage());
            return 2;
        }
    }

    private static Size size(String... args) {
        var given = new HashMap<String, Long>();
        for (int i = 0; i < args.length; i += 2) {
            var option = args[i].replaceFirst("^--", "");
            if (!OPTIONS.contains(option) || i + 1 == args.length || !args[i + 1].matches("\\d{1,9}")) {
                throw new IllegalArgumentException("Can't read " + String.join(" ", args));
            }
            given.put(option, Long.valueOf(args[i + 1]));
        }
        return new Size(
                given.getOrDefault("customers", 1_000_000L),
                given.getOrDefault("lines", 10_000_000L),
                given.getOrDefault("tasks", 100_000L),
                given.getOrDefault("seed", 42L));
    }

    /** Checks as soon as the profiles are known, before a database connection is opened. */
    private static final class RefuseProduction implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {
        @Override
        public void onApplicationEvent(ApplicationEnvironmentPreparedEvent starting) {
            if (starting.getEnvironment().acceptsProfiles(Profiles.of("production"))) {
                throw new InProduction();
            }
        }
    }

    /** Ends the startup without Spring's failure report: the command prints its own message. */
    private static final class InProduction extends SpringApplication.AbandonedRunException {
        @Override
        public String getMessage() {
            return "generate fills demo databases only; it can't be used with the profile production.";
        }
    }
}
