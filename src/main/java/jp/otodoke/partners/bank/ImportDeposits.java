package jp.otodoke.partners.bank;

import java.time.Duration;
import java.util.List;
import jp.otodoke.partners.exchange.FileImport;
import jp.otodoke.partners.exchange.UploadFile;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import org.springframework.stereotype.Component;

/** Books the deposits of an uploaded file: refused whole when it doesn't add up, each transfer once. */
@Component
public class ImportDeposits {
    /** How its imports are known. */
    public static final String TYPE = DepositIntake.TYPE;

    private final List<ZenginLayout> layouts;
    private final DepositIntake intake;
    private final UploadFile uploadFile;

    ImportDeposits(List<ZenginLayout> layouts, DepositIntake intake, UploadFile uploadFile) {
        this.layouts = layouts;
        this.intake = intake;
        this.uploadFile = uploadFile;
    }

    /** @throws InvalidInput when the file can't be taken as a whole */
    public DepositReport importFile(String format, String fileName, byte[] bytes) {
        return DepositReport.of(uploadFile.take(intake.declared(layout(format)), fileName, bytes));
    }

    /**
     * As {@link #importFile}, but waits at most so long for it.
     *
     * @return how far it has come by then
     */
    public FileImport begin(String format, String fileName, byte[] bytes, Duration wait) {
        return uploadFile.take(intake.declared(layout(format)), fileName, bytes, wait);
    }

    private ZenginLayout layout(String format) {
        return layouts.stream()
                .filter(layout -> layout.code().equals(format))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(
                        "format",
                        format.isBlank() ? "required" : "unknown",
                        BilingualText.of(
                                "bank.import.unknown-format",
                                String.join(
                                        ", ",
                                        layouts.stream()
                                                .map(ZenginLayout::code)
                                                .sorted()
                                                .toList()))));
    }
}
