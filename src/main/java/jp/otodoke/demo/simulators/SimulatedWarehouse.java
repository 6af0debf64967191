package jp.otodoke.demo.simulators;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The warehouses' office: accepts instructions and cancellations and answers each at once. A file that arrives a
 * second time is a repeated question: it is answered again without further effect.
 */
@Component("simulatedWarehouse")
@Simulated
class SimulatedWarehouse {
    static final String STOCK = "STOCK";
    private static final List<String> SHIP_COLUMNS = List.of(
            "ship_no",
            "revision",
            "ship_date",
            "carrier",
            "delivery_date",
            "time_slot",
            "prefecture",
            "line_no",
            "item_code",
            "quantity",
            "kind");
    private static final List<String> CANCEL_COLUMNS = List.of("ship_no", "request_id");

    private final JdbcClient jdbc;
    private final PartnerFolders folders;
    private final AnswerFiles answers;
    private final SimulatedParcels simulatedParcels;

    SimulatedWarehouse(
            JdbcClient jdbc, PartnerFolders folders, AnswerFiles answers, SimulatedParcels simulatedParcels) {
        this.jdbc = jdbc;
        this.folders = folders;
        this.answers = answers;
        this.simulatedParcels = simulatedParcels;
    }

    List<Path> unread(SimulatedPartner warehouse) {
        return folders.unread(warehouse);
    }

    /** Processes one file for a warehouse; the caller moves it away after the commit. */
    @Transactional
    public void read(SimulatedPartner warehouse, Path file) {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String name = file.getFileName().toString();
        boolean again = seenBefore(warehouse, name, content);
        String text = new String(content, warehouse.charset());
        if (name.startsWith("SHIP_")) {
            instruct(warehouse, name, text, again);
        } else if (name.startsWith("CANCEL_")) {
            cancel(warehouse, name, text, again);
        }
    }

    private void instruct(SimulatedPartner warehouse, String name, String text, boolean again) {
        var ack = new CsvLines("file,ship_no,result,code,text");
        Optional<List<NamedCsvRecord>> rows = rows(text, SHIP_COLUMNS);
        if (rows.isEmpty()) {
            ack.add(name, "", "REJECTED", "UNREADABLE", "ファイルを読めません");
        } else {
            ShipOrder.Reading reading = ShipOrder.read(rows.get());
            simulatedParcels
                    .accept(warehouse, reading.orders())
                    .forEach(
                            a -> ack.add(name, a.shipNo(), a.accepted() ? "ACCEPTED" : "REJECTED", a.code(), a.text()));
            reading.unreadable().forEach((shipNo, why) -> ack.add(name, shipNo, "REJECTED", "BAD_ROW", why));
            answerRemembered(warehouse, reading.orders());
            repeatResults(
                    again, reading.orders().stream().map(ShipOrder::shipNo).toList());
        }
        answers.put(warehouse, "ACK", ack.text(), again);
    }

    private void cancel(SimulatedPartner warehouse, String name, String text, boolean again) {
        Optional<List<NamedCsvRecord>> rows = rows(text, CANCEL_COLUMNS);
        if (rows.isEmpty()) {
            var ack = new CsvLines("file,ship_no,result,code,text");
            ack.add(name, "", "REJECTED", "UNREADABLE", "ファイルを読めません");
            answers.put(warehouse, "ACK", ack.text(), again);
            return;
        }
        answer(
                warehouse,
                rows.get().stream()
                        .map(r -> simulatedParcels.cancel(r.getField("ship_no"), r.getField("request_id")))
                        .toList(),
                again);
        repeatResults(again, rows.get().stream().map(r -> r.getField("ship_no")).toList());
    }

    /**
     * A cancellation that arrived before its instruction was answered NOT_FOUND; now it can be answered correctly.
     */
    private void answerRemembered(SimulatedPartner warehouse, List<ShipOrder> orders) {
        List<SimulatedParcels.CancelAnswer> late = simulatedParcels.known(orders);
        if (!late.isEmpty()) {
            answer(warehouse, late, false);
        }
    }

    private void answer(SimulatedPartner warehouse, List<SimulatedParcels.CancelAnswer> cancelled, boolean again) {
        var result = new CsvLines("request_id,ship_no,result");
        cancelled.forEach(a -> result.add(a.requestId(), a.shipNo(), a.result()));
        answers.put(warehouse, "CANCELRESULT", result.text(), again);
    }

    private void repeatResults(boolean again, Collection<String> shipNos) {
        if (again) {
            answers.askAgain(simulatedParcels.resultFiles(shipNos));
        }
    }

    private boolean seenBefore(SimulatedPartner warehouse, String name, byte[] content) {
        return jdbc.sql("insert into sim_read_file (partner, name, sha256) values (?, ?, ?) on conflict do nothing")
                        .param(warehouse.code())
                        .param(name)
                        .param(sha256(content))
                        .update()
                == 0;
    }

    /** Empty if the text is not a CSV file with these columns. */
    private static Optional<List<NamedCsvRecord>> rows(String text, List<String> columns) {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(text)) {
            List<NamedCsvRecord> rows = csv.stream().toList();
            return rows.isEmpty() || !rows.get(0).getHeader().containsAll(columns)
                    ? Optional.empty()
                    : Optional.of(rows);
        } catch (RuntimeException | IOException e) {
            return Optional.empty();
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
