package jp.otodoke.partners.exchange.web;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import jp.otodoke.partners.exchange.FileImport;
import jp.otodoke.partners.exchange.FileImport.State;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.modulith.NamedInterface;

/** Responses to API clients about an upload that is booked in the background. */
@NamedInterface("imports")
public final class Imports {
    /** A page shows the result directly if it takes no longer than this, otherwise the progress. */
    public static final Duration PAGE_WAITS = Duration.ofSeconds(3);

    private static final String ROOT = "/api/v1/imports/";

    private Imports() {}

    /** Whether the sender asks not to wait: {@code Prefer: respond-async} (RFC 7240). */
    public static boolean async(@Nullable String prefer) {
        return prefer != null && prefer.toLowerCase(Locale.ROOT).contains("respond-async");
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
