package jp.otodoke.partners.shop;

import java.time.Duration;
import java.util.List;
import jp.otodoke.partners.exchange.FileImport;
import jp.otodoke.partners.exchange.UploadFile;
import jp.otodoke.platform.csv.Mistake;
import jp.otodoke.platform.files.FileContent;
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
     * Imports a file; what takes too long for its sender to wait goes on in the background.
     *
     * @return the progress at that moment
     * @throws InvalidInput if the file is refused as a whole
     */
    public FileImport take(String formatCode, String fileName, FileContent content) {
        return uploadFile.take(format(formatCode), fileName, content);
    }

    /** As {@link #take(String, String, FileContent)}, but waits no longer than the given time. */
    public FileImport take(String formatCode, String fileName, FileContent content, Duration wait) {
        return uploadFile.take(format(formatCode), fileName, content, wait);
    }

    /**
     * Does the import and rolls it back.
     *
     * @throws InvalidInput if the file is refused as a whole
     */
    public FileImport dryRun(String formatCode, String fileName, FileContent content) {
        return uploadFile.dryRun(format(formatCode), fileName, content);
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
