package jp.otodoke.desk.inbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jp.otodoke.inbox.InboxChanges;
import jp.otodoke.inbox.TaskViewers;
import jp.otodoke.staff.SessionWatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Keeps open pages up to date: one stream of changes for the inbox, and who else has a task open. */
@Controller
class InboxStreamPage {
    private static final Logger LOG = LoggerFactory.getLogger(InboxStreamPage.class);
    private static final Duration TIMEOUT = Duration.ofMinutes(30);

    private final InboxChanges changes;
    private final TaskViewers viewers;
    private final Colleagues people;
    private final MyInbox mine;
    private final InboxFragments fragments;
    private final SessionWatch sessionWatch;
    private final OpenStreams openStreams;

    InboxStreamPage(
            InboxChanges changes,
            TaskViewers viewers,
            Colleagues people,
            MyInbox mine,
            InboxFragments fragments,
            SessionWatch sessionWatch,
            OpenStreams openStreams) {
        this.changes = changes;
        this.viewers = viewers;
        this.people = people;
        this.mine = mine;
        this.fragments = fragments;
        this.sessionWatch = sessionWatch;
        this.openStreams = openStreams;
    }

    /**
     * It ends with the session, at the latest a second later. The page reopens it automatically when it ends or
     * breaks, and receives what it missed.
     *
     * @param since the position of changes when the page was rendered
     * @param heard the position of the last change received, as the browser reports it when it reconnects
     * @param list the query of the page's list
     * @param shown tasks whose rows the page shows
     * @param task the one task that the page shows, if it is no list
     * @throws OpenStreams.TooManyStreams if the user has too many open (conflict)
     */
    @GetMapping("/inbox/live")
    SseEmitter live(
            @RequestParam(required = false) @Nullable String since,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String heard,
            @RequestParam(defaultValue = "") String list,
            @RequestParam(defaultValue = "") String shown,
            @RequestParam(required = false) @Nullable Long task,
            Locale language)
            throws IOException {
        var stream = new SseEmitter(TIMEOUT.toMillis());
        var page = new InboxFragments.Page(
                Set.copyOf(InboxPage.ids(List.of(shown))),
                task,
                InboxQuery.of(list).text(),
                mine.me(),
                people.names(),
                language);
        openStreams.opened(page.reader());
        try {
            listen(stream, page, heard == null ? since : heard);
        } catch (IOException | RuntimeException failure) {
            openStreams.closed(page.reader());
            throw failure;
        }
        return stream;
    }

    private void listen(SseEmitter stream, InboxFragments.Page page, @Nullable String since) throws IOException {
        // The browser knows that it is connected once the first bytes arrive.
        stream.send(SseEmitter.event().comment("listening"));
        var leave = changes.listen(change -> send(stream, page, change), stream::complete, since);
        var unwatch = sessionWatch.watch(
                RequestContextHolder.currentRequestAttributes().getSessionId(), stream::complete);
        stream.onCompletion(() -> {
            leave.run();
            unwatch.run();
            openStreams.closed(page.reader());
        });
        stream.onTimeout(stream::complete);
        stream.onError(e -> leave.run());
    }

    @ExceptionHandler
    ResponseEntity<String> refused(OpenStreams.TooManyStreams refusal, Locale language) {
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(refusal.words().in(language));
    }

    /** {@code changed} carries fragments; {@code tasks} says that counts may have changed. */
    private void send(SseEmitter stream, InboxFragments.Page page, InboxChanges.Change change) {
        try {
            var changed = fragments.of(page, change);
            if (!changed.isEmpty()) {
                stream.send(
                        SseEmitter.event().name("changed").id(change.position()).data(changed));
            }
            if (!change.tasks().isEmpty()) {
                stream.send(SseEmitter.event()
                        .name("tasks")
                        .id(change.position())
                        .data(change.tasks().size()));
            }
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("A page of the inbox has disconnected");
            stream.completeWithError(gone);
        } catch (RuntimeException fault) {
            // Other pages still receive it; this page reopens its stream.
            LOG.error("Failed to send changes to a page of the inbox", fault);
            stream.completeWithError(fault);
        }
    }

    @PostMapping("/inbox/{id}/presence")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void join(@PathVariable long id) {
        viewers.see(id, mine.me());
    }

    @PostMapping("/inbox/{id}/absence")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@PathVariable long id) {
        viewers.leave(id, mine.me());
    }
}
