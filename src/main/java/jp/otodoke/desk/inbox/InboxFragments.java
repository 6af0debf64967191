package jp.otodoke.desk.inbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.otodoke.inbox.InboxChanges;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** What a change sends to an open page of the inbox: rendered fragments that htmx swaps in place. */
@Component
class InboxFragments {
    private final ITemplateEngine templates;

    InboxFragments(ITemplateEngine templates) {
        this.templates = templates;
    }

    /**
     * An open page.
     *
     * @param shown tasks whose rows it shows
     * @param task the one task it shows, if it is no list
     * @param list the query of its list
     */
    record Page(
            Set<Long> shown, @Nullable Long task, String list, String reader, Colleagues.Names names, Locale language) {
        String viewing(List<String> who) {
            return names.all(who.stream().filter(w -> !w.equals(reader)).toList());
        }
    }

    /** Empty if nothing on the page has changed except counts. */
    String of(Page page, InboxChanges.Change change) {
        var rows = change.tasks().stream().filter(page.shown::contains).toList();
        var marks = marks(page, change);
        var viewing = page.task == null ? null : change.viewers().get(page.task);
        var moved = page.task != null && change.tasks().contains(page.task);
        if (rows.isEmpty() && marks.isEmpty() && viewing == null && !moved) {
            return "";
        }
        Map<String, @Nullable Object> parts = new HashMap<>();
        parts.put("marks", marks);
        parts.put("viewing", viewing == null ? null : page.viewing(viewing));
        parts.put("moved", moved);
        parts.put("rows", rows.isEmpty() ? null : address(rows, page.list));
        return templates
                .process("desk/inbox-live", Set.of("changes"), new Context(page.language, parts))
                .strip();
    }

    private static Map<Long, String> marks(Page page, InboxChanges.Change change) {
        var marks = new LinkedHashMap<Long, String>();
        change.viewers().forEach((task, who) -> {
            if (page.shown.contains(task)) {
                marks.put(task, page.viewing(who));
            }
        });
        return marks;
    }

    private static String address(List<Long> tasks, String list) {
        return "/inbox/rows?ids=" + tasks.stream().map(String::valueOf).collect(Collectors.joining(",")) + "&list="
                + URLEncoder.encode(list, StandardCharsets.UTF_8);
    }
}
