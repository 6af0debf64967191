package jp.otodoke.partners.bank.web;

import java.io.IOException;
import jp.otodoke.partners.bank.DepositReport;
import jp.otodoke.partners.bank.ImportDeposits;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Deposit files by the API. */
@RestController
class DepositImportController {
    private final ImportDeposits importDeposits;

    DepositImportController(ImportDeposits importDeposits) {
        this.importDeposits = importDeposits;
    }

    /** @param format zengin-01 or zengin-03 */
    @PostMapping(path = "/api/v1/deposits/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    DepositReport importDeposits(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String format)
            throws IOException {
        if (file == null) {
            throw new InvalidInput("file", "required", Words.of("bank.import.file-required"));
        }
        var name = file.getOriginalFilename();
        return importDeposits.importFile(
                format, name == null || name.isBlank() ? format + ".txt" : name, file.getBytes());
    }
}
