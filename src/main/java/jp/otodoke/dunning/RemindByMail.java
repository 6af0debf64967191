package jp.otodoke.dunning;

import org.springframework.stereotype.Component;

/** A reminder by mail; where that can't reach the customer, by letter. Who buys on account gets one of all statements. */
@Component
class RemindByMail implements DunningAction {
    private final DunningNotices notices;
    private final DunningLetters letters;
    private final DebtorReminders debtors;

    RemindByMail(DunningNotices notices, DunningLetters letters, DebtorReminders debtors) {
        this.notices = notices;
        this.letters = letters;
        this.debtors = debtors;
    }

    @Override
    public DunningStepKind kind() {
        return DunningStepKind.MAIL;
    }

    @Override
    public String act(DunningCase one, long step) {
        if (!debtors.mine(one, kind())) {
            return "reminded-together";
        }
        if (notices.remind(one, step)) {
            return "reminded";
        }
        letters.toSend(one.id());
        return "letter-instead";
    }
}
