package com.acme.desk;

import com.acme.shop.Named;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.OneToOne;

@Entity
public class Login extends Named {
    @OneToOne(mappedBy = "login", fetch = FetchType.LAZY)
    private LoginSettings settings;

    public LoginSettings getSettings() {
        return settings;
    }
}
