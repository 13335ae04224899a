package com.acme.billing;

import com.acme.shop.Named;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;

@Entity
public class Invoice extends Named {
    private String tenant;

    @ManyToOne(fetch = FetchType.LAZY)
    private Party party;

    @ElementCollection
    @CollectionTable(name = "InvoiceItem")
    private List<InvoiceItem> items;

    @ElementCollection
    @CollectionTable(name = "InvoiceDiscount")
    @MapKeyJoinColumn(name = "article_id")
    @Column(name = "percent")
    private Map<Article, Integer> discounts;

    @OneToMany
    @JoinTable(name = "InvoiceReminder")
    @OrderColumn(name = "position")
    private List<Reminder> reminders;

    @ElementCollection
    @CollectionTable(name = "InvoiceTag")
    @Fetch(FetchMode.SUBSELECT)
    private List<String> tags;

    @ElementCollection
    @CollectionTable(name = "InvoiceFile")
    @Fetch(FetchMode.SUBSELECT)
    private List<String> files;

    public String getTenant() {
        return tenant;
    }

    public Party getParty() {
        return party;
    }

    public List<InvoiceItem> getItems() {
        return items;
    }

    public Map<Article, Integer> getDiscounts() {
        return discounts;
    }

    public List<Reminder> getReminders() {
        return reminders;
    }

    public List<String> getTags() {
        return tags;
    }

    public List<String> getFiles() {
        return files;
    }
}
