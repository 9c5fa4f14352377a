// parcel
