package jp.otodoke.documents;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes the page of a document, for the printer of a browser and for its PDF. */
@Component
class WritePaper {
    /** Stands where the page says that characters were replaced, if they were. */
    static final String LACKING = "<!--lacking-->";

    private final ITemplateEngine templates;
    private final Issuer issuer;

    WritePaper(ITemplateEngine templates, Issuer issuer) {
        this.templates = templates;
        this.issuer = issuer;
    }

    /**
     * In whose name it is issued, and how it is told from others.
     *
     * @param corrects number of the one in whose place it is issued; null for none
     * @param reissueOf number of the first one, where it is issued again; null if it is the first
     */
    record Heading(String number, LocalDate issued, @Nullable String corrects, @Nullable String reissueOf) {}

    String write(DocumentKind kind, Paper paper, Heading heading) {
        var values = Map.<String, Object>of(
                "p",
                paper,
                "heading",
                heading,
                "issued",
                PaperText.day(heading.issued()),
                "issuer",
                new Letterhead(issuer.name(), issuer.address(), issuer.phone(), registration(kind), issuer.account()),
                "kind",
                kind.name());
        return templates.process(kind.template(), new Context(Locale.JAPANESE, values));
    }

    /** The law wants it on invoices and receipts; elsewhere it would only look as if. */
    private String registration(DocumentKind kind) {
        return switch (kind) {
            case INVOICE, RETURN_INVOICE, STATEMENT_INVOICE ->
                issuer.registrationNumber().value();
            case RECEIPT -> issuer.registrationNumberIfAny();
            default -> "";
        };
    }

    /** The paragraph in place of {@link #LACKING}. */
    static String note() {
        return "<p class=\"note\">" + HtmlUtils.htmlEscape(PaperText.of("paper.characters-replaced"), "UTF-8") + "</p>";
    }

    record Letterhead(String name, String address, String phone, String registration, String account) {}
}
