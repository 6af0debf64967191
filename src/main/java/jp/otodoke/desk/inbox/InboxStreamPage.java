package jp.otodoke.desk.inbox;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.otodoke.inbox.InboxChanges;
import jp.otodoke.inbox.TaskViewers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Keeps open pages true: one stream of changes for the inbox, and who else looks at a task. */
@Controller
class InboxStreamPage {
    private static final Logger LOG = LoggerFactory.getLogger(InboxStreamPage.class);
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final int TOLD = 500;

    private final InboxChanges changes;
    private final TaskViewers viewers;
    private final Colleagues people;
    private final MyInbox mine;

    InboxStreamPage(InboxChanges changes, TaskViewers viewers, Colleagues people, MyInbox mine) {
        this.changes = changes;
        this.viewers = viewers;
        this.people = people;
        this.mine = mine;
    }

    /**
     * The page opens it again by itself when it ends or breaks, and hears what it missed.
     *
     * @param since where changes stood when the page was read
     * @param heard where they stood when it last heard of some, as the browser says when it comes back
     */
    @GetMapping("/inbox/live")
    SseEmitter live(
            @RequestParam(required = false) @Nullable String since,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String heard) {
        var stream = new SseEmitter(PATIENCE.toMillis());
        var me = mine.me();
        var names = people.names();
        var away = changes.listen(
                change -> send(stream, told(change, me, names), change.position()),
                stream::complete,
                heard == null ? since : heard);
        stream.onCompletion(away);
        stream.onTimeout(stream::complete);
        stream.onError(e -> away.run());
        return stream;
    }

    /**
     * @param tasks at most {@link #TOLD}, many times what a page shows
     * @param more whether there were more, so that a page had better look at all it shows
     */
    private record Told(List<Long> tasks, boolean more, Map<Long, String> viewers) {}

    private static Told told(InboxChanges.Change change, String me, Colleagues.Names names) {
        var looking = new LinkedHashMap<Long, String>();
        change.viewers()
                .forEach((task, who) -> looking.put(
                        task, names.all(who.stream().filter(w -> !w.equals(me)).toList())));
        return new Told(
                change.tasks().stream().limit(TOLD).toList(), change.tasks().size() > TOLD, looking);
    }

    private static void send(SseEmitter stream, Told told, String position) {
        try {
            stream.send(SseEmitter.event().name("changed").id(position).data(told));
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("A listener of the inbox has gone");
            stream.completeWithError(gone);
        }
    }

    @PostMapping("/inbox/{id}/presence")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void here(@PathVariable long id) {
        viewers.see(id, mine.me());
    }

    @PostMapping("/inbox/{id}/absence")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void away(@PathVariable long id) {
        viewers.leave(id, mine.me());
    }
}
