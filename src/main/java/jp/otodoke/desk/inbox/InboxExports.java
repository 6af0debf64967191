package jp.otodoke.desk.inbox;

import java.util.List;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.Subject;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.platform.export.Column;
import jp.otodoke.platform.export.Exports;
import jp.otodoke.platform.export.Table;
import jp.otodoke.platform.pages.Formats;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Exports exactly the filtered tasks. */
@Controller
class InboxExports {
    private final Tasks tasks;
    private final MyInbox mine;
    private final Colleagues people;
    private final Exports exports;
    private final Formats formats;

    InboxExports(Tasks tasks, MyInbox mine, Colleagues people, Exports exports, Formats formats) {
        this.tasks = tasks;
        this.mine = mine;
        this.people = people;
        this.exports = exports;
        this.formats = formats;
    }

    @GetMapping("/inbox/export.csv")
    ResponseEntity<StreamingResponseBody> csv(@ModelAttribute("query") InboxQuery query) {
        return exports.csv(table(query));
    }

    @GetMapping("/inbox/export.xlsx")
    ResponseEntity<StreamingResponseBody> excel(@ModelAttribute("query") InboxQuery query) {
        return exports.excel(table(query));
    }

    private Table<OpenTask> table(InboxQuery query) {
        var filter = mine.filter(query);
        return new Table<>(
                "inbox", query.text(), columns(people.names()), use -> tasks.each(filter, query.order(), use));
    }

    private List<Column<OpenTask>> columns(Colleagues.Names names) {
        return List.of(
                new Column<>("inbox.number", OpenTask::id),
                new Column<>("inbox.type", t -> formats.text("task." + t.type() + ".title", t.type())),
                new Column<>("inbox.reason", t -> formats.localized(t.reason())),
                new Column<>("inbox.orders", t -> String.join(" ", t.keys(Subject.ORDER))),
                new Column<>("inbox.yen", task -> task.yen().amount()),
                new Column<>("inbox.group", t -> formats.name("group", t.group().code())),
                new Column<>("inbox.assignee", t -> names.of(t.assignee())),
                new Column<>("inbox.created", OpenTask::createdAt),
                new Column<>("inbox.due", OpenTask::dueAt),
                new Column<>("inbox.snoozed", OpenTask::snoozedUntil));
    }
}
