package jp.otodoke.desk.inbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The query parameters of the inbox; they fully determine a list, its exports, a saved filter and the next task.
 *
 * @param group one group, {@code all}, or nothing for the user's own work: the groups of the roles, the kinds of
 *     the skills
 * @param assignee {@code me}, {@code none}, a user name, or nothing for all
 * @param show one of {@link Tasks.Shown}, in lower case
 */
public record InboxQuery(
        @Nullable String group,
        @Nullable String type,
        @Nullable String assignee,
        @Nullable String q,
        @Nullable String cause,
        @Nullable String show,
        @Nullable String sort) {
    static final InboxQuery OWN = of("");
    static final InboxQuery LATE = of("show=late");
    static final InboxQuery ASSIGNED = of("group=all&assignee=me");
    static final InboxQuery SNOOZED = of("show=snoozed");

    public InboxQuery {
        group = TextNormalizer.orNull(group);
        type = TextNormalizer.orNull(type);
        assignee = TextNormalizer.orNull(assignee);
        q = TextNormalizer.orNull(q);
        cause = TextNormalizer.orNull(cause);
        show = TextNormalizer.orNull(show);
        sort = TextNormalizer.orNull(sort);
    }

    /** @param text the query string of a URL, which may contain unrelated parameters */
    public static InboxQuery of(@Nullable String text) {
        var given = UriComponentsBuilder.newInstance()
                .query(text == null ? "" : text)
                .build()
                .getQueryParams()
                .toSingleValueMap();
        return new InboxQuery(
                value(given, "group"),
                value(given, "type"),
                value(given, "assignee"),
                value(given, "q"),
                value(given, "cause"),
                value(given, "show"),
                value(given, "sort"));
    }

    private static @Nullable String value(Map<String, String> given, String name) {
        var text = given.get(name);
        if (text == null) {
            return null;
        }
        try {
            return UriUtils.decode(text.replace('+', ' '), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException typedByHand) {
            return text;
        }
    }

    String order() {
        return sort == null ? "priority" : sort;
    }

    /** Whether anything besides the group narrows the list. */
    public boolean narrowed() {
        return type != null || assignee != null || q != null || cause != null || show != null;
    }

    List<String> groups(List<String> mine) {
        if (group == null) {
            return mine;
        }
        return group.equals("all") ? StaffGroup.codes() : List.of(group);
    }

    Tasks.Filter filter(List<String> mine, List<String> skills, String me) {
        return new Tasks.Filter(
                groups(mine), type, who(me), q, cause, group == null && !skills.isEmpty() ? skills : null, shown());
    }

    private @Nullable String who(String me) {
        if (assignee == null) {
            return null;
        }
        return switch (assignee) {
            case "me" -> me;
            case "none" -> Tasks.Filter.NOBODY;
            default -> assignee;
        };
    }

    Tasks.Shown shown() {
        for (var shown : Tasks.Shown.values()) {
            if (show != null && shown.name().equals(show.toUpperCase(Locale.ROOT))) {
                return shown;
            }
        }
        return Tasks.Shown.WAITING;
    }

    /** As a query string. */
    public String text() {
        var values = new LinkedHashMap<String, @Nullable String>();
        values.put("group", group);
        values.put("type", type);
        values.put("assignee", assignee);
        values.put("q", q);
        values.put("cause", cause);
        values.put("show", show);
        values.put("sort", sort);
        var parts = new ArrayList<String>();
        values.forEach((name, value) -> {
            if (value != null) {
                parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        });
        return String.join("&", parts);
    }
}
