package jp.otodoke.desk;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.otodoke.workflow.InboxChanges;
import jp.otodoke.workflow.TaskViewers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Keeps open pages true: one stream of changes for the inbox, and who else looks at a task. */
@Controller
class InboxLive {
    private static final Logger LOG = LoggerFactory.getLogger(InboxLive.class);
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final InboxChanges changes;
    private final TaskViewers viewers;
    private final Colleagues people;
    private final MyInbox mine;

    InboxLive(InboxChanges changes, TaskViewers viewers, Colleagues people, MyInbox mine) {
        this.changes = changes;
        this.viewers = viewers;
        this.people = people;
        this.mine = mine;
    }

    /** The page opens it again by itself when it ends. */
    @GetMapping("/inbox/live")
    SseEmitter live() {
        var stream = new SseEmitter(PATIENCE.toMillis());
        var me = mine.me();
        var names = people.names();
        var away = changes.listen(change -> send(stream, told(change, me, names)), stream::complete);
        stream.onCompletion(away);
        stream.onTimeout(stream::complete);
        stream.onError(e -> away.run());
        return stream;
    }

    /** @param tasks at most as many as a page shows several times over; a page that hears of more looks anew */
    private record Told(List<Long> tasks, Map<Long, String> viewers) {}

    private static Told told(InboxChanges.Change change, String me, Colleagues.Names names) {
        var looking = new LinkedHashMap<Long, String>();
        change.viewers()
                .forEach((task, who) -> looking.put(
                        task,
                        who.stream().filter(w -> !w.equals(me)).map(names::of).collect(Collectors.joining("、"))));
        return new Told(change.tasks().stream().limit(500).toList(), looking);
    }

    private static void send(SseEmitter stream, Told told) {
        try {
            stream.send(SseEmitter.event().name("changed").data(told));
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
