package jp.otodoke.partners.bank.web;

import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import jp.otodoke.partners.bank.FetchDebitRequest;
import jp.otodoke.partners.bank.Framing;
import jp.otodoke.partners.bank.TakeDebitResult;
import jp.otodoke.partners.exchange.web.Imports;
import jp.otodoke.payments.DirectDebits;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The files of direct debits over the API. */
@RestController
@RequestMapping("/api/v1/direct-debits/{id}")
class DebitFilesApi {
    private final FetchDebitRequest fetchDebitRequest;
    private final TakeDebitResult takeDebitResult;
    private final DirectDebits directDebits;

    DebitFilesApi(FetchDebitRequest fetchDebitRequest, TakeDebitResult takeDebitResult, DirectDebits directDebits) {
        this.fetchDebitRequest = fetchDebitRequest;
        this.takeDebitResult = takeDebitResult;
        this.directDebits = directDebits;
    }

    /** @param framing whether the records stand on lines of their own */
    @Operation(summary = "The request file, which counts as handed over from then on and stays the same")
    @GetMapping("/request-file")
    ResponseEntity<byte[]> request(@PathVariable long id, @RequestParam(defaultValue = "CRLF") Framing framing) {
        return DebitDownload.of(id, fetchDebitRequest.fetch(id, framing));
    }

    @Operation(
            summary = "Books the agency's result",
            description =
                    "All of the file or nothing: each of the errors of one that is refused names its record, byte position,"
                            + " field and reason. The same result again changes nothing and has the same answer.")
    @PostMapping(path = "/result-file", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Booked result(@PathVariable long id, @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        if (file == null) {
            throw new InvalidInput("file", "required", BilingualText.of("bank.import.file-required"));
        }
        try (var content = Imports.content(file)) {
            takeDebitResult.take(id, Imports.name(file, "result.txt"), content);
        }
        var cycle = directDebits.find(id).orElseThrow();
        return new Booked(
                id,
                cycle.state().name(),
                cycle.debitDate(),
                cycle.claims(),
                cycle.amount().amount(),
                directDebits.counts(id));
    }

    /** @param counts how many claims have each result code */
    record Booked(long id, String state, LocalDate debitDate, long count, long amount, Map<String, Long> counts) {}
}
