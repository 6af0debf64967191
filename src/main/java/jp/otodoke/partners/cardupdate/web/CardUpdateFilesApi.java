package jp.otodoke.partners.cardupdate.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.time.Duration;
import jp.otodoke.partners.cardupdate.FetchCardUpdateRequest;
import jp.otodoke.partners.cardupdate.TakeCardUpdateResult;
import jp.otodoke.partners.exchange.PaymentImportReport;
import jp.otodoke.partners.exchange.web.Imports;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The files of card updates over the API. */
@RestController
@RequestMapping("/api/v1/card-updates/{id}")
class CardUpdateFilesApi {
    private static final String PROGRESS = "/api/v1/payments/imports/";
    private static final Duration WAIT = Duration.ofSeconds(50);

    private final FetchCardUpdateRequest fetchRequest;
    private final TakeCardUpdateResult takeResult;

    CardUpdateFilesApi(FetchCardUpdateRequest fetchRequest, TakeCardUpdateResult takeResult) {
        this.fetchRequest = fetchRequest;
        this.takeResult = takeResult;
    }

    @Operation(summary = "The request file, which stays the same from then on")
    @GetMapping("/request-file")
    ResponseEntity<byte[]> request(@PathVariable long id) {
        return CardUpdateDownload.of(id, fetchRequest.fetch(id));
    }

    @Operation(
            summary = "Books the agency's result",
            description =
                    "All of the file or nothing: each of the errors of one that is refused names its record, byte position,"
                            + " field and reason. " + Imports.DESCRIPTION)
    @ApiResponse(
            responseCode = "200",
            description = "How many answers were new",
            content = @Content(schema = @Schema(implementation = PaymentImportReport.class)))
    @ApiResponse(
            responseCode = "202",
            description = "Stored and being booked; see Location",
            content = @Content(schema = @Schema(implementation = Imports.Answer.class)))
    @PostMapping(path = "/result-file", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> result(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer)
            throws IOException {
        if (file == null) {
            throw new InvalidInput("file", "required", BilingualText.of("partners.payments.file-required"));
        }
        var name = Imports.name(file, FetchCardUpdateRequest.name(id));
        var content = Imports.content(file);
        return Imports.async(prefer)
                ? Imports.accepted(takeResult.take(id, name, content, Duration.ZERO), PROGRESS)
                : Imports.answer(takeResult.take(id, name, content, WAIT), PROGRESS, PaymentImportReport::of);
    }
}
