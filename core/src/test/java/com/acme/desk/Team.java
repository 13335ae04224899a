package com.acme.desk;

import com.acme.shop.Named;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.OneToMany;
import java.util.Set;

@Entity
public class Team extends Named {
    @OneToMany(mappedBy = "team", fetch = FetchType.EAGER)
    private Set<Member> members;

    public Set<Member> getMembers() {
        return members;
    }
}
