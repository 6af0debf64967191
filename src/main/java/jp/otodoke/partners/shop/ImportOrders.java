package jp.otodoke.partners.shop;

import java.time.Duration;
import java.util.List;
import jp.otodoke.partners.exchange.FileImport;
import jp.otodoke.partners.exchange.UploadFile;
import jp.otodoke.platform.csv.Mistake;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import org.springframework.stereotype.Component;

/** Imports an uploaded order file. */
@Component
public class ImportOrders {
    private final List<OrderIntake> formats;
    private final UploadFile uploadFile;

    ImportOrders(List<OrderIntake> formats, UploadFile uploadFile) {
        this.formats = formats;
        this.uploadFile = uploadFile;
    }

    /**
     * @param dryRun does the import and rolls it back
     * @throws InvalidInput if the file is refused as a whole
     */
    public ImportReport importFile(String formatCode, String fileName, byte[] content, boolean dryRun) {
        var format = format(formatCode);
        return ImportReport.of(
                dryRun ? uploadFile.dryRun(format, fileName, content) : uploadFile.take(format, fileName, content));
    }

    /**
     * As {@link #importFile}, but waits no longer than the given time.
     *
     * @return the progress at that moment
     */
    public FileImport begin(String formatCode, String fileName, byte[] content, Duration wait) {
        return uploadFile.take(format(formatCode), fileName, content, wait);
    }

    private OrderIntake format(String code) {
        return formats.stream()
                .filter(format -> format.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(
                        "format",
                        code.isBlank() ? Mistake.REQUIRED : Mistake.UNKNOWN,
                        BilingualText.of(
                                "shop.import.unknown-format",
                                String.join(
                                        ", ",
                                        formats.stream()
                                                .map(OrderIntake::code)
                                                .sorted()
                                                .toList()))));
    }
}
