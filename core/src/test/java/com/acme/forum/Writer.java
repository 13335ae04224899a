package com.acme.forum;

import com.acme.shop.Named;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import java.util.Set;

@Entity
public class Writer extends Named {
    @ManyToMany
    @JoinTable(name = "WriterPermission")
    private Set<Permission> permissions;

    public Set<Permission> getPermissions() {
        return permissions;
    }
}
