package jp.otodoke.partners.bank;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.otodoke.payments.DebitInstruction;

/** What an agency makes of a request, in whatever form it has. */
final class AgencyAnswer {
    private static final Charset KANA = DebitText.KANA;

    private final DebitAgency agency;
    private final List<DebitInstruction> instructions;
    private final List<String> codes;

    /** @param codes of the rows, in their order */
    AgencyAnswer(DebitAgency agency, List<DebitInstruction> instructions, List<String> codes) {
        this.agency = agency;
        this.instructions = instructions;
        this.codes = codes;
    }

    byte[] to(byte[] request, LocalDate day) {
        var table = agency.result();
        if (table != null) {
            return table(table, day);
        }
        return agency.form() == DebitForm.COMMA
                ? lines(request)
                : agency.encode(DebitText.answer(agency.decode(request))
                        .with(codes.toArray(String[]::new))
                        .unbroken());
    }

    private byte[] table(DebitTable table, LocalDate day) {
        var lines = new ArrayList<String>();
        if (!table.headings().isEmpty()) {
            lines.add(table.headings());
        }
        for (int i = 0; i < instructions.size(); i++) {
            var instruction = instructions.get(i);
            var code = codes.get(i);
            lines.add(String.join(
                    ",",
                    table.columns().stream()
                            .map(column -> column == DebitColumn.RESULT_CODE
                                    ? code
                                    : column.write(
                                            agency.claimKey("0000123456", instruction.claim()), day, instruction))
                            .toList()));
        }
        if (table.totals()) {
            lines.add(totals());
        }
        return bytes(lines);
    }

    private byte[] lines(byte[] request) {
        var lines = new ArrayList<>(List.of(new String(request, KANA).split("\r\n")));
        for (int i = 0; i < instructions.size(); i++) {
            var cells = lines.get(i + 1).split(",", -1);
            cells[12] = codes.get(i);
            lines.set(i + 1, String.join(",", cells));
        }
        lines.set(lines.size() - 2, "8," + totals() + ",");
        return bytes(lines);
    }

    private String totals() {
        var all = AmountTotal.NONE;
        var done = AmountTotal.NONE;
        for (int i = 0; i < instructions.size(); i++) {
            long amount = instructions.get(i).amount().amount();
            all = all.plus(amount);
            done = codes.get(i).equals("0") ? done.plus(amount) : done;
        }
        var failed = all.minus(done);
        return "%d,%d,%d,%d,%d,%d"
                .formatted(all.count(), all.amount(), done.count(), done.amount(), failed.count(), failed.amount());
    }

    static byte[] bytes(List<String> lines) {
        return (String.join("\r\n", lines) + "\r\n").getBytes(KANA);
    }
}
