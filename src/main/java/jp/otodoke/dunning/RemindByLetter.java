package jp.otodoke.dunning;

import org.springframework.stereotype.Component;

/** A letter to be printed and posted. */
@Component
class RemindByLetter implements DunningAction {
    private final DunningLetters letters;
    private final DebtorReminders debtors;

    RemindByLetter(DunningLetters letters, DebtorReminders debtors) {
        this.letters = letters;
        this.debtors = debtors;
    }

    @Override
    public DunningStepKind kind() {
        return DunningStepKind.LETTER;
    }

    @Override
    public String act(DunningCase one, long step) {
        if (!debtors.mine(one, kind())) {
            return "reminded-together";
        }
        letters.toSend(one.id());
        return "letter";
    }
}
