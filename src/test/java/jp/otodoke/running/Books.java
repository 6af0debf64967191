package jp.otodoke.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What Otodoke, the warehouse and the card company each have in their books: each fact once, or not. */
public final class Books {
    private static final Charset CP932 = Charset.forName("windows-31j");

    private final RunningOtodoke otodoke;
    private final Api api;
    private final JdbcClient database;

    public Books(RunningOtodoke otodoke) {
        this.otodoke = otodoke;
        this.api = otodoke.api();
        this.database = otodoke.database();
    }

    /** How many orders a channel has, and under how many numbers of its own. */
    public record Count(long orders, long numbers) {}

    public Count count(String channel) {
        return database.sql("select count(*) as orders, count(distinct channel_order_id) as numbers from orders"
                        + " where channel = ?")
                .param(channel)
                .query(Count.class)
                .single();
    }

    /** Orders that are neither delivered nor wait for a person, with where they stand. */
    public List<String> forgotten() {
        var inHand = ordersWithTask();
        return notDelivered().stream()
                .filter(order -> !inHand.contains(order.substring(0, order.indexOf(' '))))
                .toList();
    }

    /** Orders that are not delivered, with where they stand and how they got there. */
    public List<String> notDelivered() {
        return database.sql(
                        """
                        select order_number || ' ' || status || ' ' || payment_method || ' '
                            || coalesce((select string_agg(at || ' ' || event || ' ' || text, '; ' order by id)
                                           from order_event e where e.order_number = o.order_number), '') || ' '
                            || coalesce((select string_agg(distinct s.shipment_number || ' ' || s.status
                                                || coalesce(' ' || s.tracking_number, ''), '; ')
                                           from shipment s join shipment_line l using (shipment_number)
                                          where l.order_number = o.order_number), '')
                          from orders o where status not in ('DELIVERED', 'COMPLETED') order by order_number
                        """)
                .query(String.class)
                .list();
    }

    /** What people have on their desks: type and reason of each open task. */
    public List<String> tasks() {
        var all = new ArrayList<String>();
        pages(task -> all.add(
                task.path("type").asString("") + ": " + task.path("reason").asString("")));
        return all;
    }

    public Set<String> taskTypes() {
        var types = new TreeSet<String>();
        pages(task -> types.add(task.path("type").asString("")));
        return types;
    }

    private Set<String> ordersWithTask() {
        var numbers = new HashSet<String>();
        pages(task -> task.path("orderNumbers").forEach(number -> numbers.add(number.asString(""))));
        return numbers;
    }

    private void pages(Consumer<JsonNode> each) {
        try {
            for (int page = 0, pages = 1; page < pages; page++) {
                var answer = api.get("/tasks?size=200&page=" + page).orFail().json();
                answer.path("items").forEach(each);
                pages = (answer.path("page").path("total").asInt(0) + 199) / 200;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Parcel lines that the warehouse's files name more than once under one revision, and parcels of a second revision. */
    public List<String> instructedTwice() {
        var told = new TreeMap<String, Integer>();
        var revisions = new TreeMap<String, Set<String>>();
        for (var row : instructions()) {
            var cells = row.split(",", -1);
            told.merge(cells[0] + " revision " + cells[1] + " line " + cells[cells.length - 4], 1, Integer::sum);
            revisions.computeIfAbsent(cells[0], k -> new TreeSet<>()).add(cells[1]);
        }
        var twice = new ArrayList<String>();
        told.forEach((line, times) -> {
            if (times > 1) {
                twice.add(line);
            }
        });
        revisions.forEach((parcel, known) -> {
            if (known.size() > 1) {
                twice.add(parcel + " revisions " + known);
            }
        });
        return twice;
    }

    /** How many parcels the warehouse's files name. */
    public long instructed() {
        return instructions().stream()
                .map(row -> row.substring(0, row.indexOf(',')))
                .distinct()
                .count();
    }

    private List<String> instructions() {
        var rows = new ArrayList<String>();
        var seen = new HashSet<String>();
        try (var files = Files.walk(otodoke.home().resolve("partners/warehouse/out"))) {
            for (var file : files.filter(f -> isInstruction(f, seen)).toList()) {
                var lines = new String(Files.readAllBytes(file), CP932).split("\r\n");
                rows.addAll(List.of(lines).subList(1, lines.length));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static boolean isInstruction(Path file, Set<String> seen) {
        var name = file.getFileName().toString();
        return name.startsWith("SHIP_") && name.endsWith(".csv") && seen.add(name);
    }

    public long parcels() {
        return number("select count(*) from shipment");
    }

    /** Orders paid by card whose money the card company has not secured or taken exactly once. */
    public long cardMistakes() {
        return number(
                """
                select count(*) from (
                    select p.number from receivable p left join sim_card c on c.transaction_no = p.transaction_no
                     where p.method = 'CREDIT_CARD' and c.status is distinct from 'CAPTURED' and exists (
                           select 1 from orders o where o.order_number = p.number
                              and o.status in ('DELIVERED', 'COMPLETED'))
                    union all
                    select c.transaction_no from sim_card c
                     where c.status in ('AUTHORIZED', 'CAPTURED')
                       and not exists (select 1 from receivable p where p.transaction_no = c.transaction_no)) mistakes
                """);
    }

    /** Transactions that were captured by more than one call. */
    public long capturedTwice() {
        return number(
                """
                select count(*) from (select split_part(request, ' ', 2) from sim_card_call
                                       where request like 'CAPTURE %' and http_status = 200
                                       group by 1 having count(*) > 1) twice
                """);
    }

    /** Orders that were looked at by a person: how many, and how many of them were decided more than once. */
    public record Reviews(long decided, long twice) {}

    public Reviews reviews() {
        return database.sql(
                        """
                        select count(*) as decided, count(*) filter (where times > 1) as twice
                          from (select o.key, count(*) as times from task t join task_subject o on o.task_id = t.id and o.kind = 'ORDER'
                                 where t.type = 'review-order' and t.state = 'DONE' group by 1) reviewed""")
                .query(Reviews.class)
                .single();
    }

    /** Orders whose check is still to come or under way. */
    public long unchecked() {
        return number("select count(*) from orders where status in ('RECEIVED', 'IN_REVIEW')");
    }

    /** What the application finds wrong in its own books. */
    public List<String> brokenInvariants() {
        try {
            var broken = new ArrayList<String>();
            var checked = api.get("/invariants").orFail().json().path("checked");
            checked.forEach(invariant -> {
                if (invariant.path("violations").asLong(-1) != 0) {
                    broken.add(invariant.toString());
                }
            });
            return checked.isEmpty() ? List.of("none was checked") : broken;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long number(String sql) {
        return database.sql(sql).query(Long.class).single();
    }
}
