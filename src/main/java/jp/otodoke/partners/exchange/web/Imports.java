package jp.otodoke.partners.exchange.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import jp.otodoke.partners.exchange.FileImport;
import jp.otodoke.partners.exchange.FileImport.State;
import jp.otodoke.platform.files.FileContent;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.modulith.NamedInterface;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;

/** Responses to API clients about an upload that is booked in the background. */
@NamedInterface("imports")
public final class Imports {
    /** A page shows the result directly if it takes no longer than this, otherwise the progress. */
    public static final Duration PAGE_WAITS = Duration.ofSeconds(3);

    /** For the description of each upload. */
    public static final String DESCRIPTION =
            "Answers once the file is booked. What takes longer than a minute is answered 202 and booked in the background;"
                    + " with Prefer: respond-async it answers so as soon as the file is stored and checked. Location"
                    + " tells where its progress is shown. The same file again changes nothing.";

    private static final String ROOT = "/api/v1/imports/";
    private static final long LARGEST = 200L * 1024 * 1024;

    private Imports() {}

    /** Whether the sender asks not to wait: {@code Prefer: respond-async} (RFC 7240). */
    public static boolean async(@Nullable String prefer) {
        return prefer != null && prefer.toLowerCase(Locale.ROOT).contains("respond-async");
    }

    /** The name of an uploaded file without folders and control characters, which some browsers and programs send along; the other name if it has none. */
    public static String name(MultipartFile file, String otherwise) {
        var given = file.getOriginalFilename();
        var name = given == null ? "" : given.replaceAll(".*[/\\\\]|\\p{Cntrl}", "");
        return name.isBlank() ? otherwise : name;
    }

    /** The file, however large, for whoever takes it in and closes it. */
    public static FileContent content(MultipartFile file) throws IOException {
        return FileContent.copyOf(file.getInputStream());
    }

    /**
     * A file that is the body of the request.
     *
     * @throws MaxUploadSizeExceededException when it is larger than one in a form may be
     */
    public static FileContent content(InputStream body) throws IOException {
        var content = FileContent.copyOf(body, LARGEST + 1);
        if (content.size() > LARGEST) {
            content.close();
            throw new MaxUploadSizeExceededException(LARGEST);
        }
        return content;
    }

    /** What is done is answered by itself, what takes longer with 202 and the location of its progress. */
    public static ResponseEntity<?> answer(FileImport file, Function<FileImport, ?> done) {
        return answer(file, ROOT, done);
    }

    /** @param root of the location, ending in a slash */
    public static ResponseEntity<?> answer(FileImport file, String root, Function<FileImport, ?> done) {
        return file.running()
                ? ResponseEntity.accepted()
                        .location(URI.create(root + file.id()))
                        .body(Answer.of(file))
                : ResponseEntity.ok(done.apply(file));
    }

    /** 202 with the location of its progress. */
    public static ResponseEntity<Answer> accepted(FileImport begun) {
        return accepted(begun, ROOT);
    }

    /** @param root of the location, ending in a slash */
    public static ResponseEntity<Answer> accepted(FileImport begun, String root) {
        return ResponseEntity.accepted()
                .location(URI.create(root + begun.id()))
                .header("Preference-Applied", "respond-async")
                .body(Answer.of(begun));
    }

    /**
     * The progress of an upload.
     *
     * @param state {@code RUNNING}, {@code DONE}, {@code STOPPED} (what was booked stays booked) or {@code
     *     REFUSED}
     * @param read how many records the file has
     */
    @NamedInterface("imports")
    public record Answer(
            long id,
            String type,
            String fileName,
            State state,
            Progress progress,
            int read,
            int created,
            int existing,
            int updated,
            int rejected,
            List<Error> errors,
            Instant startedAt,
            @Nullable Instant finishedAt) {
        public static Answer of(FileImport file) {
            return new Answer(
                    file.id(),
                    file.type(),
                    file.fileName(),
                    file.state(),
                    new Progress(file.booked(), file.records()),
                    file.records(),
                    file.created(),
                    file.existing(),
                    file.updated(),
                    file.rejected(),
                    file.errors().stream().map(Error::of).toList(),
                    file.startedAt(),
                    file.finishedAt());
        }
    }

    /** How many of the records have been processed. */
    public record Progress(int booked, int records) {}

    /**
     * One mistake.
     *
     * @param line the physical line, the header being 1; the number of the record in a file of the bank
     * @param field the column's own name
     */
    public record Error(int line, String field, String code, String message) {
        static Error of(FileImport.Error error) {
            return new Error(
                    error.line(), error.field(), error.code(), error.words().in(LocaleContextHolder.getLocale()));
        }
    }
}
