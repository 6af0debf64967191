package jp.otodoke.payments.web;

import jp.otodoke.payments.ReissueSlip;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ReceivableNumber;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Makes slips by which customers pay at convenience stores; the ones before may still be paid. */
@RestController
class SlipApi {
    private final ReissueSlip reissueSlip;

    SlipApi(ReissueSlip reissueSlip) {
        this.reissueSlip = reissueSlip;
    }

    /** Another slip for what an order owes, with a new term. 409 if it owes nothing, or is paid in another way. */
    @PostMapping("/api/v1/orders/{number}/slip")
    @ResponseStatus(HttpStatus.CREATED)
    SlipBody ofOrder(@PathVariable OrderNumber number) {
        return SlipBody.of(reissueSlip.reissue(number));
    }

    /** Another slip for what is owed. 409 if that is nothing, or more than stores take. */
    @PostMapping("/api/v1/receivables/{number}/slip")
    @ResponseStatus(HttpStatus.CREATED)
    SlipBody ofReceivable(@PathVariable ReceivableNumber number) {
        return SlipBody.of(reissueSlip.reissue(number));
    }
}
