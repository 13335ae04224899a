package com.acme.billing;

import com.acme.shop.Named;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import java.util.Set;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.ParamDef;

@Entity
@FilterDef(name = "year", parameters = @ParamDef(name = "year", type = Integer.class))
public class Ledger extends Named {
    @OneToMany(mappedBy = "ledger")
    @Filter(name = "year", condition = "booking_year = :year")
    private Set<Entry> entries;

    public Set<Entry> getEntries() {
        return entries;
    }
}
