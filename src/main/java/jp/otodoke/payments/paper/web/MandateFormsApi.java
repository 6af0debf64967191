package jp.otodoke.payments.paper.web;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import jp.otodoke.payments.NewMandate;
import jp.otodoke.payments.paper.AcceptMandateForm;
import jp.otodoke.payments.paper.GiveUpMandateForm;
import jp.otodoke.payments.paper.MandateDefect;
import jp.otodoke.payments.paper.MandateForm;
import jp.otodoke.payments.paper.MandateForms;
import jp.otodoke.payments.paper.ReceiveMandateForm;
import jp.otodoke.payments.paper.ReturnMandateForm;
import jp.otodoke.payments.paper.SendMandateForm;
import jp.otodoke.platform.personal.Personal;
import jp.otodoke.platform.web.PageQuery;
import jp.otodoke.platform.web.Paged;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import jp.otodoke.staff.CurrentStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** API of mandates on paper. */
@RestController
@RequestMapping("/api/v1/mandate-forms")
class MandateFormsApi {
    private final MandateForms forms;
    private final ReceiveMandateForm receive;
    private final SendMandateForm send;
    private final AcceptMandateForm accept;
    private final ReturnMandateForm returns;
    private final GiveUpMandateForm giveUp;
    private final CurrentStaff staff;

    MandateFormsApi(
            MandateForms forms,
            ReceiveMandateForm receive,
            SendMandateForm send,
            AcceptMandateForm accept,
            ReturnMandateForm returns,
            GiveUpMandateForm giveUp,
            CurrentStaff staff) {
        this.forms = forms;
        this.receive = receive;
        this.send = send;
        this.accept = accept;
        this.returns = returns;
        this.giveUp = giveUp;
        this.staff = staff;
    }

    @GetMapping
    Paged<Body> list(@RequestParam(required = false) @Nullable String customer, PageQuery page) {
        return Paged.of(
                forms.list(customer, false, page.offset(), page.size()).stream()
                        .map(Body::of)
                        .toList(),
                page,
                forms.count(customer, false));
    }

    @GetMapping("/{id}")
    Body show(@PathVariable long id) {
        return forms.find(id).map(Body::of).orElseThrow(() -> Refusal.notFound("mandate-form.not-found", id));
    }

    /** A form has come by post. With a defect, the fields of the account are left out. */
    @PostMapping
    ResponseEntity<Body> receive(@RequestBody Received asked) {
        long id = receive.receive(asked.mandate(), asked.defect(), staff.name());
        return ResponseEntity.created(URI.create("/api/v1/mandate-forms/" + id)).body(show(id));
    }

    @PostMapping("/{id}/send")
    Body send(@PathVariable long id) {
        send.send(id, staff.name());
        return show(id);
    }

    /** The bank has accepted it: its mandate is active. */
    @PostMapping("/{id}/accept")
    Body accept(@PathVariable long id) {
        accept.accept(id, staff.name());
        return show(id);
    }

    /** The customer is asked for a right one. */
    @PostMapping("/{id}/defect")
    Body defect(@PathVariable long id, @RequestBody Found found) {
        if (found.defect() == null) {
            throw new InvalidInput("defect", "required", BilingualText.of("receivable.problem.required"));
        }
        returns.back(id, found.defect(), staff.name());
        return show(id);
    }

    @PostMapping("/{id}/give-up")
    Body giveUp(@PathVariable long id) {
        giveUp.giveUp(id, staff.name());
        return show(id);
    }

    record Found(@Nullable MandateDefect defect) {}

    record Received(
            @Nullable String customer,
            @Nullable String bankCode,
            @Nullable String branchCode,
            @Nullable String accountType,
            @Nullable String accountNumber,
            @Nullable String holderKana,
            @Nullable MandateDefect defect) {
        NewMandate mandate() {
            return new NewMandate(customer, bankCode, branchCode, accountType, accountNumber, holderKana);
        }

        /** No log shows an account. */
        @Override
        public String toString() {
            return "mandate on paper of " + customer;
        }
    }

    /** @param accountNumber all but its end is hidden */
    record Body(
            long id,
            String customer,
            @Nullable String bankCode,
            @Nullable String branchCode,
            String accountNumber,
            @Personal(Personal.Kind.NAME) @Nullable String holderKana,
            String state,
            @Nullable MandateDefect defect,
            int reminders,
            @Nullable LocalDate remindOn,
            Instant receivedAt) {
        static Body of(MandateForm form) {
            return new Body(
                    form.id(),
                    form.customer().value(),
                    form.bankCode(),
                    form.branchCode(),
                    form.maskedNumber(),
                    form.holderKana(),
                    form.state().name(),
                    form.defect(),
                    form.reminders(),
                    form.remindOn(),
                    form.receivedAt());
        }
    }
}
