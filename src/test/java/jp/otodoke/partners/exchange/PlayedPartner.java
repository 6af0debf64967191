package jp.otodoke.partners.exchange;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import jp.otodoke.demo.sftp.DemoSftp;

/** Plays a partner by hand: lays files into its folder and looks into it. */
public class PlayedPartner {
    static final Charset CP932 = Charset.forName("windows-31j");

    private final Path homes;

    PlayedPartner(DemoSftp sftp) {
        homes = sftp.homes();
    }

    /** As a partner does: under another name first, then renamed. */
    void lays(String partner, String name, byte[] content) throws IOException {
        var in = in(partner);
        Files.write(in.resolve(name + ".tmp"), content);
        Files.move(in.resolve(name + ".tmp"), in.resolve(name));
    }

    void lays(String partner, String name, String content) throws IOException {
        lays(partner, name, content.getBytes(CP932));
    }

    Path in(String partner) {
        return homes.resolve(partner).resolve("in");
    }

    Path out(String partner) {
        return homes.resolve(partner).resolve("out");
    }

    boolean done(String partner, String name) {
        return Files.exists(in(partner).resolve(".done").resolve(name));
    }

    boolean refused(String partner, String name) {
        return Files.exists(in(partner).resolve(".refused").resolve(name));
    }

    String reason(String partner, String name) throws IOException {
        return Files.readString(in(partner).resolve(".refused").resolve(name + ".reason.txt"));
    }

    List<Path> sent(String partner, String type) throws IOException {
        try (var files = Files.list(out(partner))) {
            return files.filter(f -> f.getFileName().toString().startsWith(type + "_"))
                    .filter(f -> f.getFileName().toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }

    /** Until it is so, or long enough to say that it never will be. */
    public static void until(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited in vain");
            }
            Thread.sleep(20);
        }
    }
}
