package jp.otodoke.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Both warehouses and the carrier, played through the files in their folders: they accept or reject, ship all, some or
 * nothing, and answer late, in an order that chance decides. They count what they shipped of each order's articles.
 */
class PlayedWarehouses {
    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final List<String> WAREHOUSES = List.of("warehouse", "warehouse-cool");
    private static final DateTimeFormatter NAME_FORM = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    /** One row of an instruction: one article of one order. */
    record Row(String warehouse, String file, Map<String, String> cells) {
        String get(String column) {
            return cells.getOrDefault(column, "");
        }

        String shipment() {
            return get("ship_no");
        }

        int revision() {
            return Integer.parseInt(get("revision"));
        }

        int quantity() {
            return Integer.parseInt(get("quantity"));
        }
    }

    /** An article of an order. */
    record Goods(String order, String sku) {}

    private final Path partners;
    private final Random random;
    private final Set<String> acknowledged = new HashSet<>();
    private final Set<String> rejected = new HashSet<>();
    private final Map<String, Integer> accepted = new HashMap<>();
    private final Set<String> answered = new HashSet<>();
    private final Set<String> closed = new HashSet<>();
    private final Map<String, Integer> shippedOfLine = new HashMap<>();
    private final Map<Goods, Integer> shipped = new HashMap<>();
    private final Set<String> onTheWay = new HashSet<>();
    private final List<Path> laid = new ArrayList<>();
    private int files;

    PlayedWarehouses(Path home, Random random) {
        this.partners = home.resolve("partners");
        this.random = random;
    }

    /** How many pieces of each article have left for each order, by the warehouses' own count. */
    Map<Goods, Integer> shipped() {
        return shipped;
    }

    /** The rows of the newest revision of each shipment. */
    Map<String, List<Row>> instructions() {
        var byShipment = rows("SHIP").stream()
                .collect(Collectors.groupingBy(Row::shipment, LinkedHashMap::new, Collectors.toList()));
        byShipment.replaceAll((shipment, rows) -> {
            int newest = rows.stream().mapToInt(Row::revision).max().orElseThrow();
            return rows.stream().filter(row -> row.revision() == newest).toList();
        });
        return byShipment;
    }

    /** What is still unanswered is answered, or left for later; nothing is left where {@code all} have their turn. */
    void answerInstructions(OffsetDateTime now, boolean all) {
        instructions().forEach((shipment, rows) -> {
            var first = rows.get(0);
            if (!later(all) && acknowledged.add(first.file() + shipment)) {
                boolean reject = !all && random.nextInt(8) == 0 && rejected.add(shipment);
                if (!reject) {
                    accepted.put(shipment, first.revision());
                }
                lay(
                        first.warehouse(),
                        "ACK",
                        "file,ship_no,result,code,text",
                        List.of(String.join(
                                ",", first.file(), shipment, reject ? "REJECTED,E01,在庫が足りません" : "ACCEPTED,,")),
                        now);
            }
        });
    }

    void answerCancelRequests(OffsetDateTime now, boolean all) {
        for (var request : rows("CANCEL")) {
            var shipment = request.shipment();
            if (!later(all) && answered.add(request.get("request_id") + shipment)) {
                var result = "ALREADY_SHIPPED";
                if (!closed.contains(shipment)) {
                    result = random.nextInt(3) == 0 ? "TOO_LATE_PICKING" : "CANCELLED";
                }
                if (result.equals("CANCELLED")) {
                    closed.add(shipment);
                }
                lay(
                        request.warehouse(),
                        "CANCELRESULT",
                        "request_id,ship_no,result",
                        List.of(String.join(",", request.get("request_id"), shipment, result)),
                        now);
            }
        }
    }

    void ship(OffsetDateTime now, boolean all) {
        instructions().forEach((shipment, rows) -> {
            var first = rows.get(0);
            boolean due = first.get("ship_date").compareTo(now.toLocalDate().toString()) <= 0;
            if (due && isAccepted(first) && !closed.contains(shipment) && !later(all)) {
                report(shipment, rows, now, all);
            }
        });
    }

    private boolean isAccepted(Row row) {
        return Integer.valueOf(row.revision()).equals(accepted.get(row.shipment()));
    }

    private void report(String shipment, List<Row> rows, OffsetDateTime now, boolean all) {
        boolean more = !all && random.nextInt(6) == 0;
        boolean some = more || !all && random.nextInt(6) == 0;
        var tracking = "4401%08d".formatted(++files);
        var cells = new ArrayList<String>();
        int pieces = 0;
        for (var row : rows) {
            var line = shipment + " " + row.get("line_no");
            int left = row.quantity() - shippedOfLine.getOrDefault(line, 0);
            int leaving = some ? random.nextInt(left + 1) : left;
            pieces += leaving;
            shippedOfLine.merge(line, leaving, Integer::sum);
            if (leaving > 0) {
                shipped.merge(new Goods(row.get("order_no"), row.get("item_code")), leaving, Integer::sum);
            }
            cells.add(row.get("line_no") + "," + row.get("item_code") + "," + leaving + ",,," + (more ? "0" : "1"));
        }
        var number = pieces == 0 ? "" : tracking;
        if (!more) {
            closed.add(shipment);
        }
        if (pieces > 0) {
            onTheWay.add(tracking);
        }
        lay(
                rows.get(0).warehouse(),
                "SHIPRESULT",
                "ship_no,result_no,shipped_at,carrier,tracking_no,line_no,item_code,quantity,lot,expiry,final",
                cells.stream()
                        .map(row -> String.join(",", shipment, tracking, now.toString(), "YAMATO", number, row))
                        .toList(),
                now);
    }

    /** Events come in any order, and the same one twice. */
    void track(OffsetDateTime now, boolean all) {
        var events = new ArrayList<String>();
        for (var tracking : List.copyOf(onTheWay)) {
            if (!later(all)) {
                boolean delivered = all || random.nextInt(2) == 0;
                events.add(tracking + (delivered ? ",DELIVERED," : ",ABSENT,") + now + ",千代田");
                if (delivered) {
                    onTheWay.remove(tracking);
                    events.add(tracking + ",OUT_FOR_DELIVERY," + now.minusHours(1) + ",千代田");
                }
            }
        }
        if (!events.isEmpty()) {
            lay("carrier", "TRACKING", "tracking_no,event,event_at,office", events, now);
        }
    }

    private boolean later(boolean all) {
        return !all && random.nextInt(3) == 0;
    }

    private void lay(String partner, String type, String header, Collection<String> rows, OffsetDateTime now) {
        var in = partners.resolve(partner).resolve("in");
        var file = in.resolve("%s_%s_%d.csv".formatted(type, now.format(NAME_FORM), ++files));
        var temporary = in.resolve(file.getFileName() + ".tmp");
        try {
            Files.writeString(temporary, header + "\r\n" + String.join("\r\n", rows) + "\r\n", CP932);
            Files.move(temporary, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        laid.add(file);
    }

    boolean allAreTaken() {
        return laid.stream().noneMatch(Files::exists);
    }

    /** The reasons beside files that were refused. */
    List<String> refused() {
        return laid.stream()
                .map(file -> file.resolveSibling(".refused").resolve(file.getFileName() + ".reason.txt"))
                .filter(Files::exists)
                .map(PlayedWarehouses::text)
                .toList();
    }

    private List<Row> rows(String type) {
        return WAREHOUSES.stream()
                .flatMap(warehouse -> files(warehouse, type).stream().flatMap(file -> rows(warehouse, file).stream()))
                .toList();
    }

    private List<Path> files(String warehouse, String type) {
        try (var found = Files.list(partners.resolve(warehouse).resolve("out"))) {
            return found.filter(file -> file.getFileName().toString().matches(type + "_.*\\.csv"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** None of the cells that are needed holds a comma or a quotation mark. */
    private static List<Row> rows(String warehouse, Path file) {
        var lines = text(file).split("\r\n");
        var columns = lines[0].split(",", -1);
        return Arrays.stream(lines)
                .skip(1)
                .map(line -> {
                    var cells = line.split(",", -1);
                    var row = new HashMap<String, String>();
                    for (int i = 0; i < columns.length; i++) {
                        row.put(columns[i], cells[i]);
                    }
                    return new Row(warehouse, file.getFileName().toString(), row);
                })
                .toList();
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), CP932);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
