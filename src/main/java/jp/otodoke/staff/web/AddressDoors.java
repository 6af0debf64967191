package jp.otodoke.staff.web;

import jp.otodoke.shared.pages.Doors;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.stereotype.Component;

/** Reads the same lines as the filter in front of the pages. */
@Component
class AddressDoors implements Doors {
    private final CurrentStaff staff;

    AddressDoors(CurrentStaff staff) {
        this.staff = staff;
    }

    @Override
    public boolean open(String path) {
        return staff.may(Addresses.toRead(path));
    }
}
