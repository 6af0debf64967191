package jp.otodoke.partners.bank;

import java.time.Duration;
import java.util.List;
import jp.otodoke.partners.exchange.FileImport;
import jp.otodoke.partners.exchange.UploadFile;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import org.springframework.stereotype.Component;

/** Books the deposits of an uploaded file: refused as a whole if it doesn't add up, each transfer once. */
@Component
public class ImportDeposits {
    /** The type of its imports. */
    public static final String TYPE = DepositFormat.TYPE;

    private final List<ZenginLayout> layouts;
    private final DepositFormat depositFormat;
    private final UploadFile uploadFile;

    ImportDeposits(List<ZenginLayout> layouts, DepositFormat depositFormat, UploadFile uploadFile) {
        this.layouts = layouts;
        this.depositFormat = depositFormat;
        this.uploadFile = uploadFile;
    }

    /**
     * Imports a file; what takes too long for its sender to wait goes on in the background.
     *
     * @return the progress at that moment
     * @throws InvalidInput if the file is refused as a whole
     */
    public FileImport take(String format, String fileName, FileContent content) {
        return uploadFile.take(depositFormat.declared(layout(format)), fileName, content);
    }

    /** As {@link #take(String, String, FileContent)}, but waits no longer than the given time. */
    public FileImport take(String format, String fileName, FileContent content, Duration wait) {
        return uploadFile.take(depositFormat.declared(layout(format)), fileName, content, wait);
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
