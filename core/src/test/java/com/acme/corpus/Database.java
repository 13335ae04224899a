package com.acme.corpus;

import com.acme.billing.Article;
import com.acme.billing.Company;
import com.acme.billing.Entry;
import com.acme.billing.Invoice;
import com.acme.billing.Ledger;
import com.acme.billing.Party;
import com.acme.billing.Person;
import com.acme.billing.Refund;
import com.acme.billing.Reminder;
import com.acme.clinic.Checkup;
import com.acme.clinic.Pet;
import com.acme.clinic.PetAudit;
import com.acme.clinic.PetOwner;
import com.acme.clinic.Specialty;
import com.acme.clinic.Vet;
import com.acme.corpus.cases.Hooks;
import com.acme.delivery.AirShipment;
import com.acme.delivery.Carrier;
import com.acme.delivery.Harbour;
import com.acme.delivery.Parcel;
import com.acme.delivery.Piece;
import com.acme.delivery.SeaShipment;
import com.acme.delivery.Shipment;
import com.acme.desk.Agent;
import com.acme.desk.Crew;
import com.acme.desk.Login;
import com.acme.desk.LoginSettings;
import com.acme.desk.Member;
import com.acme.desk.Sailor;
import com.acme.desk.Task;
import com.acme.desk.Team;
import com.acme.desk.Ticket;
import com.acme.desk.Visitor;
import com.acme.desk.VisitorSettings;
import com.acme.forum.Keyword;
import com.acme.forum.Permission;
import com.acme.forum.Pin;
import com.acme.forum.Post;
import com.acme.forum.Topic;
import com.acme.forum.Writer;
import com.acme.library.Author;
import com.acme.library.Award;
import com.acme.library.Book;
import com.acme.library.Draft;
import com.acme.library.Essay;
import com.acme.library.Manuscript;
import com.acme.library.Publisher;
import com.acme.library.Recording;
import com.acme.library.Scan;
import com.acme.library.Survey;
import com.acme.payment.BankAccount;
import com.acme.payment.CardPayment;
import com.acme.payment.Contract;
import com.acme.payment.Manual;
import com.acme.payment.Payment;
import com.acme.payment.TransferPayment;
import com.acme.people.Assignment;
import com.acme.people.Department;
import com.acme.people.Employee;
import com.acme.people.Project;
import com.acme.shop.Address;
import com.acme.shop.Category;
import com.acme.shop.Country;
import com.acme.shop.Customer;
import com.acme.shop.Note;
import com.acme.shop.Order;
import com.acme.shop.OrderLine;
import com.acme.shop.Product;
import com.acme.shop.Question;
import com.acme.shop.Review;
import com.acme.shop.Translation;
import com.acme.stock.Attachment;
import com.acme.stock.Barcode;
import com.acme.stock.Box;
import com.acme.stock.Campaign;
import com.acme.stock.Coupon;
import com.acme.stock.Offer;
import com.acme.stock.Price;
import com.acme.stock.Profile;
import com.acme.stock.Quote;
import com.acme.stock.Shelf;
import com.acme.stock.StockItem;
import com.acme.stock.Supplier;
import com.acme.tuned.Basket;
import com.acme.tuned.Currency;
import com.acme.tuned.Event;
import com.acme.tuned.Fee;
import com.acme.tuned.Shopper;
import com.acme.tuned.Stop;
import com.acme.tuned.Visit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.SessionFactory;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.cfg.Configuration;

/** A database of cases, created and filled once, and its session factories by settings and class loader. */
final class Database implements AutoCloseable {

    private static final List<Class<?>> ENTITIES = List.of(
            Customer.class,
            Order.class,
            OrderLine.class,
            Product.class,
            Translation.class,
            Category.class,
            Address.class,
            Country.class,
            Note.class,
            Review.class,
            Question.class,
            Carrier.class,
            Harbour.class,
            Shipment.class,
            AirShipment.class,
            SeaShipment.class,
            Piece.class,
            Parcel.class,
            BankAccount.class,
            Payment.class,
            CardPayment.class,
            TransferPayment.class,
            Contract.class,
            Manual.class,
            Shelf.class,
            Box.class,
            Price.class,
            Quote.class,
            Profile.class,
            Attachment.class,
            Supplier.class,
            Offer.class,
            Campaign.class,
            Coupon.class,
            Barcode.class,
            StockItem.class,
            Agent.class,
            Ticket.class,
            Task.class,
            Team.class,
            Member.class,
            Crew.class,
            Sailor.class,
            Login.class,
            LoginSettings.class,
            Visitor.class,
            VisitorSettings.class,
            Shopper.class,
            Basket.class,
            Currency.class,
            Fee.class,
            Stop.class,
            Event.class,
            Visit.class,
            Party.class,
            Person.class,
            Company.class,
            Article.class,
            Reminder.class,
            Invoice.class,
            Refund.class,
            Entry.class,
            Ledger.class,
            Specialty.class,
            Vet.class,
            Pet.class,
            PetOwner.class,
            Checkup.class,
            PetAudit.class,
            Permission.class,
            Writer.class,
            Topic.class,
            Post.class,
            Pin.class,
            Keyword.class,
            Department.class,
            Employee.class,
            Project.class,
            Assignment.class,
            Publisher.class,
            Author.class,
            Book.class,
            Award.class,
            Manuscript.class,
            Scan.class,
            Essay.class,
            Recording.class,
            Draft.class,
            Survey.class,
            Hooks.Clerk.class,
            Hooks.Room.class,
            Hooks.Poll.class,
            Hooks.Vote.class,
            Hooks.Parking.class,
            Hooks.Spot.class);

    private final CountingDataSource counting;
    private final CountingDataSource archive = new CountingDataSource(h2("archive"));
    private final List<Class<?>> entities;
    private final Map<Map.Entry<Set<String>, ClassLoader>, SessionFactory> factories = new HashMap<>();

    Database() {
        this("shop", ENTITIES, "com/acme/seed.sql");
    }

    Database(String name, List<Class<?>> entities, String script) {
        this.counting = new CountingDataSource(h2(name));
        this.entities = entities;
        Set<String> creation =
                Set.of("hibernate.hbm2ddl.auto=create", "jakarta.persistence.sql-load-script-source=" + script);
        sessionFactory(creation, Database.class.getClassLoader());
    }

    DataSource dataSource() {
        return counting.dataSource();
    }

    /** {@return a second database, without any entity} */
    DataSource archive() {
        return archive.dataSource();
    }

    int executions() {
        return counting.executions() + archive.executions();
    }

    /** {@return the session factory with these settings for the entities of a class loader} */
    SessionFactory sessionFactory(Set<String> settings, ClassLoader loader) {
        return factories.computeIfAbsent(Map.entry(settings, loader), key -> build(settings, loader));
    }

    private SessionFactory build(Set<String> settings, ClassLoader loader) {
        Configuration configuration = new Configuration(
                new BootstrapServiceRegistryBuilder().applyClassLoader(loader).build());
        for (Class<?> entity : entities) {
            configuration.addAnnotatedClass(seenBy(loader, entity));
        }
        configuration.getProperties().put("hibernate.connection.datasource", dataSource());
        for (String setting : settings) {
            String[] nameAndValue = setting.split("=", 2);
            configuration.setProperty(nameAndValue[0], nameAndValue[1]);
        }
        return configuration.buildSessionFactory();
    }

    private static Class<?> seenBy(ClassLoader loader, Class<?> type) {
        try {
            return loader.loadClass(type.getName());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DataSource h2(String name) {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
        return dataSource;
    }

    @Override
    public void close() {
        factories.values().forEach(SessionFactory::close);
    }
}
