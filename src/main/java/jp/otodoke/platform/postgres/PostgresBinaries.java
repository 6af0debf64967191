package jp.otodoke.platform.postgres;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The server's programs, unpacked once from the jar that contains them. */
final class PostgresBinaries {
    private PostgresBinaries() {}

    /** The folder with {@code bin/}, below {@code parent}. */
    static Path under(Path parent) throws IOException {
        var archive = archiveName();
        var folder = parent.resolve("postgres-" + size(archive));
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(parent);
            var unpacking = Files.createTempDirectory(parent, "unpacking-");
            unpack(archive, unpacking);
            Files.setPosixFilePermissions(unpacking, PosixFilePermissions.fromString("rwxr-xr-x"));
            putInPlace(unpacking, folder);
        }
        return folder;
    }

    /** Another process may have been faster; it unpacked the same. */
    private static void putInPlace(Path unpacking, Path folder) throws IOException {
        try {
            Files.move(unpacking, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    private static String archiveName() {
        var arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        return "/postgres-" + system + "-" + (arch.equals("aarch64") ? "arm_64" : "x86_64") + ".txz";
    }

    private static InputStream open(String archive) throws IOException {
        var stream = PostgresBinaries.class.getResourceAsStream(archive);
        if (stream == null) {
            throw new FileNotFoundException(archive + " is not on the class path: there is no embedded PostgreSQL for "
                    + System.getProperty("os.name") + " " + System.getProperty("os.arch")
                    + "; give the address of a server in SPRING_DATASOURCE_URL");
        }
        return stream;
    }

    /** Distinguishes versions without keeping a list of them. */
    private static long size(String archive) throws IOException {
        try (var stream = open(archive)) {
            return stream.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static void unpack(String archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(open(archive))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, target.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, file);
            var executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
