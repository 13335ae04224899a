package com.acme.desk;

import com.acme.shop.Named;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.OneToOne;

@Entity
public class LoginSettings extends Named {
    @OneToOne(fetch = FetchType.LAZY)
    private Login login;

    public Login getLogin() {
        return login;
    }
}
