package jp.otodoke.platform.web;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.multipart.MultipartException;

/** Tells a request that nobody could serve from a fault of our own. */
final class UnusableRequest {
    private static final Logger log = LoggerFactory.getLogger(UnusableRequest.class);

    /** SQLSTATEs: text too long, number, date out of range, unstorable characters, key too long for an index. */
    private static final Set<String> NOT_STORABLE =
            Set.of("22001", "22003", "22007", "22008", "22021", "22P05", "54000");

    /** SQLSTATEs: the time or the temporary files of a statement have reached their limit. */
    private static final Set<String> TOO_EXPENSIVE = Set.of("57014", "53400");

    private UnusableRequest() {}

    static HttpStatus status(MultipartException e) {
        return e instanceof ErrorResponse known
                ? HttpStatus.valueOf(known.getStatusCode().value())
                : HttpStatus.BAD_REQUEST;
    }

    /** Whether the database refused a value of the request: the last guard behind the checks of each field. */
    static boolean causes(Exception e) {
        var cause = NestedExceptionUtils.getMostSpecificCause(e);
        boolean caused = cause instanceof SQLException sql && NOT_STORABLE.contains(String.valueOf(sql.getSQLState()));
        if (caused) {
            log.warn("The database refused a value of a request; a field lacks a check", e);
        }
        return caused;
    }

    /** Whether the database stopped a statement because it took more than a reader may take. */
    static boolean tooExpensive(@Nullable Throwable fault) {
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && TOO_EXPENSIVE.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
