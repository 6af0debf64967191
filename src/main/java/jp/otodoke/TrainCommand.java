package jp.otodoke;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.util.FileSystemUtils;

/**
 * {@code java -XX:AOTCacheOutput=otodoke.aot -jar otodoke.jar train}: starts with demo data in a folder of its own, asks
 * for its pages for a minute and ends, so that the virtual machine (JDK 25 or newer) keeps what it has loaded and learnt
 * for later starts. Exit status 0, or 2 if a database is named, which it would fill.
 */
final class TrainCommand {
    static final String NAME = "train";

    private TrainCommand() {}

    static int run() {
        var home = folder();
        var application = new SpringApplication(OtodokeApplication.class);
        application.addListeners(new RefuseDatabase());
        try (var context = application.run(
                "--spring.profiles.active=demo",
                "--otodoke.home=" + home,
                "--otodoke.warm-up=60s",
                "--otodoke.simulators=off",
                "--otodoke.sftp.port=0",
                "--server.port=0")) {
            return 0;
        } catch (NamesDatabase e) {
            System.err.println(e.getMessage());
            return 2;
        } finally {
            remove(home);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("otodoke-train");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path home) {
        try {
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException e) {
            System.err.println("Could not remove " + home + ": " + e.getMessage());
        }
    }

    /** Checks before a database connection is opened. */
    private static final class RefuseDatabase implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {
        @Override
        public void onApplicationEvent(ApplicationEnvironmentPreparedEvent starting) {
            if (starting.getEnvironment().containsProperty("spring.datasource.url")) {
                throw new NamesDatabase();
            }
        }
    }

    /** Ends the startup without Spring's failure report: the command prints its own message. */
    private static final class NamesDatabase extends SpringApplication.AbandonedRunException {
        @Override
        public String getMessage() {
            return "Train without SPRING_DATASOURCE_URL: the database that it names would be filled with demo data.";
        }
    }
}
