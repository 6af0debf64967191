package jp.otodoke.partners.warehouse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.otodoke.fulfilment.Instruction;
import jp.otodoke.fulfilment.Instructions;
import jp.otodoke.partners.exchange.OutboxRow;
import jp.otodoke.partners.exchange.OutgoingFile;
import jp.otodoke.partners.exchange.OutgoingFormat;
import jp.otodoke.platform.csv.Cp932Csv;
import jp.otodoke.shared.ShipmentNumber;
import org.jspecify.annotations.Nullable;

/** Shipping instructions: one row per line of a shipment, the shipment's values repeated. */
class ShipFormat implements OutgoingFormat {
    static final List<String> HEADER = List.of(
            "ship_no",
            "revision",
            "order_no",
            "ship_date",
            "carrier",
            "service",
            "cool",
            "delivery_date",
            "time_slot",
            "name",
            "kana",
            "postal_code",
            "prefecture",
            "city",
            "line1",
            "line2",
            "phone",
            "payment_kind",
            "cod_amount",
            "cod_tax",
            "note",
            "line_no",
            "item_code",
            "quantity",
            "kind");
    private static final int SHIPMENTS_PER_FILE = 200;

    private final String partner;
    private final Instructions instructions;

    ShipFormat(String partner, Instructions instructions) {
        this.partner = partner;
        this.instructions = instructions;
    }

    @Override
    public String partner() {
        return partner;
    }

    @Override
    public String type() {
        return WarehouseExchange.SHIP;
    }

    @Override
    public int batchSize() {
        return SHIPMENTS_PER_FILE;
    }

    @Override
    public OutgoingFile build(List<OutboxRow> rows) {
        var byNumber = byNumber(rows);
        var csv = new Cp932Csv(HEADER);
        var references = new HashSet<String>();
        int written = 0;
        for (var row : rows) {
            var instruction = byNumber.get(row.reference());
            // A newer revision has its own row in the outbox; the older content must not be sent under its number.
            if (instruction != null
                    && row.value(WarehouseExchange.REVISION).equals(Integer.toString(instruction.revision()))) {
                write(csv, instruction, references);
                written++;
            }
        }
        return new OutgoingFile(csv.bytes(), written, references, csv.notes());
    }

    private Map<String, Instruction> byNumber(List<OutboxRow> rows) {
        var numbers = rows.stream()
                .map(row -> ShipmentNumber.of(Objects.requireNonNull(row.reference())))
                .distinct()
                .toList();
        return instructions.load(numbers).stream()
                .collect(Collectors.toMap(i -> i.shipmentNumber().value(), Function.identity()));
    }

    private static void write(Cp932Csv csv, Instruction i, Set<String> references) {
        references.add(i.shipmentNumber().value());
        for (var line : i.lines()) {
            references.add(line.orderNumber().value());
            csv.row(i.shipmentNumber().value(), cells(i, line));
        }
    }

    private static List<String> cells(Instruction i, Instruction.InstructionLine line) {
        var cells = new ArrayList<String>(HEADER.size());
        cells.addAll(List.of(
                i.shipmentNumber().value(),
                Integer.toString(i.revision()),
                line.orderNumber().value()));
        cells.addAll(List.of(i.shipDate().toString(), i.carrier(), i.service(), i.cool()));
        cells.addAll(List.of(orEmpty(i.deliveryDate()), orEmpty(i.timeSlot()), i.name(), i.kana()));
        var address = i.address();
        cells.addAll(List.of(address.postalCode(), address.prefecture(), address.city()));
        cells.addAll(List.of(address.line1(), address.line2(), i.phone(), i.paymentKind()));
        cells.addAll(List.of(
                Long.toString(i.codAmount().amount()), Long.toString(i.codTax().amount()), i.note()));
        cells.addAll(List.of(Integer.toString(line.lineNo()), line.itemCode().value()));
        cells.addAll(List.of(Integer.toString(line.quantity()), line.kind()));
        return cells;
    }

    private static String orEmpty(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
